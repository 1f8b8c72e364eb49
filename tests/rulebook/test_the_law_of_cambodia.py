"""The figures of the law of Cambodia, typed by hand from the research notes' table of parameters by date, on the days where they change."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from prakas.jurisdictions import pack
from prakas.rulebook import CONFIDENCES, GRADES, STANDINGS, Rulebook, citation_text, in_force, values_on

DAY = timedelta(days=1)

# id | known as | value | first day | last day | citation | confidence. Numbers, codes and rules; grids and rates are below.
TABLE = """
registration.portfolio_min              | reg.credit.portfolio_min     | 100000000   | 2002-02-25 | open       | B7-02-49 3      | seed
registration.public_savings_min         | reg.savings.public_min       | 1000000     | 2002-02-25 | open       | B7-02-49 3      | seed
registration.depositors_min             | reg.savings.depositors_min   | 100         | 2002-02-25 | open       | B7-02-49 3      | seed
registration.cessation_months           | reg.cessation_period         | 3           | 2002-02-25 | open       | B7-02-49 6      | seed
registration.report_frequency           | reg.report_frequency         | as_required | 2002-02-25 | open       | B7-02-49 7      | seed
licensing.portfolio_min                 | lic.credit.portfolio_min     | 1000000000  | 2002-02-25 | open       | B7-02-49 8      | seed
licensing.borrowers_min                 | lic.credit.borrowers_min     | 1000        | 2002-02-25 | open       | B7-02-49 8      | seed
licensing.public_savings_min            | lic.savings.public_min       | 100000000   | 2002-02-25 | open       | B7-02-49 8      | seed
licensing.depositors_min                | lic.savings.depositors_min   | 1000        | 2002-02-25 | open       | B7-02-49 8      | seed
licensing.transition_end                | lic.transition_end           | 2002-12-31  | 2002-02-25 | 2002-12-31 | B7-02-49 9      | seed
licensing.capital_min_mfi               | lic.mfi.min_capital          | 250000000   | 2000-01-11 | 2016-03-21 | B7-00-06 4      | primary
licensing.capital_min_mfi               | lic.mfi.min_capital          | 6000000000  | 2016-03-22 | open       | B7-016-117      | restated
licensing.capital_min_mdi               | lic.mdi.min_capital          | 10000000000 | 2007-12-13 | 2016-03-21 | B7-07-163 2     | primary
licensing.capital_min_mdi_usd           | lic.mdi.min_capital          | 30000000    | 2016-03-22 | open       | B7-016-117      | press
licensing.mdi_licence_years             | lic.mdi.mfi_licence_years    | 3           | 2007-12-13 | open       | B7-07-163 2     | primary
licensing.mdi_profit_years              | lic.mdi.profit_years         | 2           | 2007-12-13 | open       | B7-07-163 2     | primary
prudential.mdi_solvency_min             | mdi.solvency_min             | 15          | 2007-12-13 | open       | B7-07-163 3     | primary
prudential.mdi_liquidity_min            | mdi.liquidity_min            | 50          | 2007-12-13 | open       | B7-07-163 3     | primary
prudential.mdi_exposure_one_max         | mdi.exposure_one             | 2           | 2007-12-13 | open       | B7-07-163 3     | primary
prudential.mdi_exposure_group_max       | mdi.exposure_group           | 3           | 2007-12-13 | open       | B7-07-163 3     | primary
prudential.mdi_savings_one_client_max   | mdi.savings_one_client_max   | 3           | 2007-12-13 | open       | B7-07-163 3     | primary
classification.regime_2017              | class.2017.in_force          | yes         | 2017-12-01 | open       | B7-017-344      | restated
classification.npl_days                 | npl.days                     | 90          | 2022-02-01 | open       | B7-017-344      | press
suspense.trigger_grade                  | interest_suspense.trigger    | substandard | 2000-02-17 | open       | B7-00-51        | unverified
price.declining_method                  | interest.method              | declining_balance | 2002-01-01 | open | INTEREST-CALCULATION-2001 2, 3 | primary
price.annual_rate_ceiling               | cap.rate_max                 | 18          | 2017-04-01 | open       | B7-017-109      | primary
price.monthly_equivalent                | cap.monthly_equiv            | 1.5         | 2017-04-01 | open       | NBC-RELEASE-2017 | press
price.ceiling_loans                     | cap.loans                    | new restructured refinanced | 2017-04-01 | open | B7-017-109 5 | restated
price.ceiling_lenders                   | cap.lenders                  | registered licensed licensed_deposit_taking | 2017-04-01 | open | B7-017-109 | primary
price.ceiling_fees_included             | cap.fees_included            | no          | 2017-04-01 | open       | B7-017-109      | unverified
sanctions.fine_max                      | sanction.fine_cap            | minimum_capital_of_the_entity | 1999-11-18 | open | LBFI-1999 52 | primary
relief.covid_sectors                    | relief.covid.sectors         | tourism garments construction transport | 2020-03-27 | 2020-10-31 | T7-020-001 | restated
relief.covid_sectors                    | relief.covid.sectors         | all         | 2020-12-01 | 2022-06-30 | COVID-CIRCULAR-2020-11 | press
relief.covid_grace_months_max           | relief.covid.grace_max       | 6           | 2020-03-27 | open       | T7-020-001      | restated
relief.covid_times_max                  | relief.covid.times_max       | 3           | 2020-12-01 | 2021-04-30 | COVID-CIRCULAR-2020-11 | press
relief.covid_no_downgrade               | relief.covid.no_downgrade    | yes         | 2020-03-27 | 2021-12-30 | T7-020-001      | restated
relief.covid_exit                       | relief.covid.exit            | repeated_to_non_performing non_viable_to_loss | 2021-12-31 | 2022-06-30 | COVID-CIRCULAR-2021-12 | press
relief.restructuring_2024_times_max     | relief.2024.times_max        | 2           | 2024-09-01 | 2025-12-31 | RESTRUCTURING-CIRCULAR-2024 | press
relief.upgrade_watch_months             | relief.2024.upgrade_watch    | 3           | 2025-01-01 | open       | RESTRUCTURING-CIRCULAR-2024 | press
relief.garment_benefit                  | covid.garment_benefit        | 70          | 2020-05-01 | open       | GARMENT-BENEFIT-2020 | press
relief.idpoor_households                | idpoor.households            | 560000      | 2020-07-01 | open       | IDPOOR-TRANSFER-2020 | press
conduct.high_risk_share_max             | cma.high_risk_share_max      | 5           | 2018-06-01 | open       | CMA-LENDING-GUIDELINES | restated
conduct.no_coerced_sale                 |                              | yes         | 2024-09-01 | open       | ABC-CMA-RULES-2024 | press
conduct.refinanced_size                 |                              | 130         | 2018-06-01 | open       | CMA-LENDING-GUIDELINES | restated
conduct.standard_contract_max           | contract.standard_max        | 50000       | 2023-11-01 | open       | STANDARD-CONTRACT-2023 | restated
conduct.standard_clauses_max            | contract.standard_max        | 100000      | 2023-11-01 | open       | STANDARD-CONTRACT-2023 | restated
conduct.riel_share_min                  | loans.khr_share_min          | 10          | 2019-12-31 | open       | RIEL-LENDING-2016 | press
collateral.id_papers_forbidden          | collateral.id_papers         | id_paper    | 2023-02-10 | open       | NBC-LETTER-2023-02-10 | press
collateral.communal_land_forbidden      | collateral.communal_land     | state_land indigenous_land collective_land apsara_land protected_area | 2024-09-01 | open | ABC-CMA-RULES-2024 | press
collateral.poverty_card_forbidden       |                              | idpoor_card | 2024-09-01 | open       | ABC-CMA-RULES-2024 | press
collateral.titles_returned              |                              | hard_title soft_title | 2024-09-01 | open | ABC-CMA-RULES-2024 | press
demand.no_titles_from_poor              |                              | hard_title soft_title | 2020-07-17 | open | LETTER-2020-07-16 | seed
demand.all_in_ceiling                   |                              | 18          | 2020-07-16 | open       | LETTER-2020-07-16 | seed
demand.moratorium_months                | ngo.moratorium_request       | 3           | 2020-07-16 | open       | LETTER-2020-07-16 | seed
demand.legal_mechanisms                 |                              | yes         | 2020-07-16 | open       | LETTER-2020-07-16 | seed
price.comparison_tolerance              |                              | 0.125       | 2000-01-01 | open       | US-REG-Z        | primary
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]

B2000 = {"any": "substandard gt 90, doubtful gt 180, loss ge 360"}
M2002 = {"short": "substandard gt 30, doubtful gt 60, loss gt 90", "long": "substandard gt 30, doubtful gt 180, loss gt 360"}
U2009 = {"any": "special_mention ge 30, substandard ge 90, doubtful ge 180, loss ge 360"}
U2017 = {
    "short": "special_mention ge 15, substandard ge 31, doubtful ge 61, loss ge 91",
    "long": "special_mention ge 30, substandard ge 90, doubtful ge 180, loss ge 360",
}
R2002 = {"any": "standard 0, substandard 10, doubtful 30, loss 100"}
RLATE = {"any": "standard 1, special_mention 3, substandard 20, doubtful 50, loss 100"}
STEPS = [
    ("classification.bank", B2000, "2000-02-17", "2008-12-31", "B7-00-51", "restated"),
    ("classification.bank", U2009, "2010-01-01", "2017-11-30", "B7-09-074", "unverified"),
    ("classification.bank", U2017, "2017-12-01", "open", "B7-017-344", "unverified"),
    ("classification.licensed", B2000, "2002-06-07", "2002-09-12", "B7-02-145 2", "unverified"),
    ("classification.licensed", M2002, "2002-09-13", "2017-11-30", "B7-02-186", "official_form"),
    ("classification.licensed", U2017, "2017-12-01", "open", "B7-017-344", "unverified"),
    ("classification.other", B2000, "2002-06-07", "2002-09-12", "B7-02-145 2", "unverified"),
    ("classification.other", M2002, "2002-09-13", "2017-11-30", "B7-02-186", "unverified"),
    ("classification.other", U2017, "2017-12-01", "open", "B7-017-344", "unverified"),
    ("provisioning.rates", R2002, "2002-06-07", "2017-11-30", "B7-02-145 1", "seed"),
    ("provisioning.rates", RLATE, "2017-12-01", "open", "B7-017-344", "unverified"),
    ("provisioning.bank_rates", R2002, "2002-06-07", "2008-12-31", "B7-02-145 1", "seed"),
    ("provisioning.bank_rates", RLATE, "2010-01-01", "2017-11-30", "B7-09-074", "unverified"),
    ("provisioning.bank_rates", RLATE, "2017-12-01", "open", "B7-017-344", "unverified"),
    (
        "provisioning.rates_of_b7_02_186",
        {"any": "substandard 10, doubtful 30, loss 100"},
        "2002-09-13",
        "2017-11-30",
        "B7-02-186",
        "unverified",
    ),
]
NO_VALUE = {
    "prudential.mfi_guarantee_deposit": "mfi.guarantee_deposit",
    "prudential.mfi_reserve_requirement": "mfi.reserve_requirement",
    "prudential.mfi_solvency_min": "mfi.solvency_min",
    "prudential.mfi_liquidity_min": "mfi.liquidity_min",
    "prudential.mfi_exposure_max": "mfi.exposure_max",
    "provisioning.rates_original": "prov.rates.original",
}
BY_LENDER = {"provisioning.collateral_substandard_doubtful", "provisioning.collateral_loss"}
KNOWN_ELSEWHERE = {"sanctions.measures"}
NOTES = [
    "reg.credit.portfolio_min",
    "reg.savings.public_min",
    "reg.savings.depositors_min",
    "reg.cessation_period",
    "reg.report_frequency",
    "lic.credit.portfolio_min",
    "lic.credit.borrowers_min",
    "lic.savings.public_min",
    "lic.savings.depositors_min",
    "lic.transition_end",
    "lic.mfi.min_capital",
    "lic.mdi.min_capital",
    "lic.mdi.mfi_licence_years",
    "lic.mdi.profit_years",
    "mdi.solvency_min",
    "mdi.liquidity_min",
    "mdi.exposure_one",
    "mdi.exposure_group",
    "mdi.savings_one_client_max",
    "mfi.guarantee_deposit",
    "mfi.reserve_requirement",
    "mfi.solvency_min",
    "mfi.liquidity_min",
    "mfi.exposure_max",
    "prov.rate.standard",
    "prov.rate.substandard",
    "prov.rate.doubtful",
    "prov.rate.loss",
    "prov.collateral.sub_doubtful",
    "prov.collateral.loss",
    "prov.rates.original",
    "class.bank.cutoffs",
    "class.mfi.short",
    "class.mfi.long",
    "class.mfi.gap",
    "prov.rates.mfi.2002",
    "class.2009",
    "class.2017.in_force",
    "class.2017.grid",
    "npl.days",
    "interest_suspense.trigger",
    "interest.method",
    "cap.rate_max",
    "cap.monthly_equiv",
    "cap.loans",
    "cap.lenders",
    "cap.fees_included",
    "sanction.list",
    "sanction.fine_cap",
    "relief.covid.sectors",
    "relief.covid.grace_max",
    "relief.covid.times_max",
    "relief.covid.no_downgrade",
    "relief.covid.exit",
    "relief.2024.times_max",
    "relief.2024.upgrade_watch",
    "ngo.moratorium_request",
    "covid.garment_benefit",
    "idpoor.households",
    "cma.high_risk_share_max",
    "collateral.id_papers",
    "collateral.communal_land",
    "contract.standard_max",
    "loans.khr_share_min",
]


def as_text(value):
    return " ".join(value) if isinstance(value, list) else value.isoformat() if isinstance(value, date) else value


def steps_as_text(value):
    if isinstance(next(iter(value.values())), str):
        return {"any": ", ".join(f"{grade} {rate}" for grade, rate in value.items())}
    return {term: ", ".join(f"{row['grade']} {row['comparison']} {row['days']}" for row in rows) for term, rows in value.items()}


def cited(value):
    return f"{value.citation.instrument} {value.citation.article or ''}".strip()


def neighbour(law, identifier, day):
    """The value in force on the day before a first day or after a last one: never this one."""
    return in_force(law[identifier], day)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} from {row[3]}" for row in ROWS])
def test_a_figure_is_in_force_from_its_first_day_to_its_last(law: Rulebook, row):
    identifier, known_as, text, first, last, citation, confidence = row
    since = date.fromisoformat(first)
    value = in_force(law[identifier], since)
    assert value is not None
    assert (as_text(value.value), cited(value), value.confidence) == (text, citation, confidence)
    assert tuple(filter(None, [known_as])) == law[identifier].known_as
    assert neighbour(law, identifier, since - DAY) != value
    if last == "open":
        assert value.until is None
        assert in_force(law[identifier], date(2999, 12, 31)) == value
    else:
        until = date.fromisoformat(last)
        assert in_force(law[identifier], until) == value
        assert neighbour(law, identifier, until + DAY) != value


@pytest.mark.parametrize("step", STEPS, ids=[f"{step[0]} from {step[2]}" for step in STEPS])
def test_a_grid_or_table_of_rates_is_in_force_from_its_first_day_to_its_last(law: Rulebook, step):
    identifier, steps, first, last, citation, confidence = step
    since = date.fromisoformat(first)
    value = in_force(law[identifier], since)
    assert value is not None
    assert (steps_as_text(value.value), cited(value), value.confidence) == (steps, citation, confidence)
    assert neighbour(law, identifier, since - DAY) != value
    if last == "open":
        assert value.until is None
    else:
        until = date.fromisoformat(last)
        assert in_force(law[identifier], until) == value
        assert neighbour(law, identifier, until + DAY) != value


def test_the_tables_above_hold_every_value_of_the_law(law: Rulebook):
    typed = [row[0] for row in ROWS] + [step[0] for step in STEPS]
    for identifier, parameter in law.parameters.items():
        if identifier not in BY_LENDER | KNOWN_ELSEWHERE:
            assert typed.count(identifier) == len(parameter.values), identifier


def test_every_id_of_the_notes_is_kept_as_a_name_of_a_figure(law: Rulebook):
    kept = {name for parameter in law.parameters.values() for name in parameter.known_as}
    assert kept == set(NOTES)


@pytest.mark.parametrize(("identifier", "known_as"), NO_VALUE.items())
def test_a_figure_for_which_no_date_was_found_exists_and_is_never_in_force(law: Rulebook, identifier, known_as):
    parameter = law[identifier]
    assert parameter.known_as == (known_as,)
    assert parameter.values == ()
    assert "not " in parameter.doubts or "without" in parameter.doubts


def test_nothing_grades_or_provides_for_a_bank_in_2009(law: Rulebook):
    for identifier in ("classification.bank", "provisioning.bank_rates"):
        assert in_force(law[identifier], date(2008, 12, 31)) is not None
        assert in_force(law[identifier], date(2009, 1, 1)) is None
        assert in_force(law[identifier], date(2009, 12, 31)) is None
        assert in_force(law[identifier], date(2010, 1, 1)) is not None


@pytest.mark.parametrize(
    ("days", "short", "long"),
    [
        (0, "standard", "standard"),
        (30, "standard", "standard"),
        (31, "substandard", "substandard"),
        (60, "substandard", "substandard"),
        (61, "doubtful", "substandard"),
        (90, "doubtful", "substandard"),
        (91, "loss", "substandard"),
        (180, "loss", "substandard"),
        (181, "loss", "doubtful"),
        (360, "loss", "doubtful"),
        (361, "loss", "loss"),
    ],
)
def test_the_grid_of_2002_begins_each_grade_on_the_day_after_its_cut_off(law: Rulebook, days, short, long):
    value = in_force(law["classification.licensed"], date(2016, 3, 31), "licensed")
    assert value is not None

    def graded(*, is_short):
        reached = [band.grade for band in value.bands(is_short=is_short) if days >= band.first_day]
        return reached[-1] if reached else "standard"

    assert (graded(is_short=True), graded(is_short=False)) == (short, long)


def test_a_banks_loan_is_loss_on_day_360_and_doubtful_only_after_day_180(law: Rulebook):
    value = in_force(law["classification.bank"], date(2005, 1, 1))
    assert value is not None
    assert [band.first_day for band in value.bands(is_short=True)] == [91, 181, 360]
    assert value.bands(is_short=True) == value.bands(is_short=False)


def test_standard_at_nought_percent_is_restated_while_the_other_rates_are_read_in_the_text(law: Rulebook):
    for identifier in ("provisioning.rates", "provisioning.bank_rates"):
        value = in_force(law[identifier], date(2005, 1, 1))
        assert value is not None
        assert [value.confidence_of(grade) for grade in value.value] == ["restated", "seed", "seed", "seed"]


def test_collateral_other_than_cash_counts_only_for_loss_and_ends_earlier_for_banks(law: Rulebook):
    for identifier, codes in (
        ("provisioning.collateral_substandard_doubtful", ["cash"]),
        ("provisioning.collateral_loss", ["cash", "proven_market_value"]),
    ):
        for kind, last in (("bank", date(2008, 12, 31)), ("licensed", date(2017, 11, 30)), ("registered", date(2017, 11, 30))):
            assert in_force(law[identifier], date(2002, 6, 6), kind) is None
            first, end = in_force(law[identifier], date(2002, 6, 7), kind), in_force(law[identifier], last, kind)
            assert first is not None
            assert first == end
            assert (first.value, first.confidence) == (codes, "seed")
            assert in_force(law[identifier], last + DAY, kind) is None


def test_the_seven_sanctions_stand_in_the_order_of_the_law(law: Rulebook):
    value = in_force(law["sanctions.measures"], date(1999, 11, 18))
    assert value is not None
    assert (len(value.value), value.value[0], value.value[-1]) == (7, "caution", "withdrawal_of_licence_and_liquidation")
    assert in_force(law["sanctions.measures"], date(1999, 11, 17)) is None
    assert (cited(value), value.confidence) == ("LBFI-1999 52", "primary")


def test_what_is_asked_for_or_chosen_is_never_law(law: Rulebook):
    other = {
        identifier: {value.standing for value in parameter.values}
        for identifier, parameter in law.parameters.items()
        if any(value.standing != "law" for value in parameter.values)
    }
    assert other == {
        "collateral.communal_land_forbidden": {"industry_code"},
        "collateral.poverty_card_forbidden": {"industry_code"},
        "collateral.titles_returned": {"industry_code"},
        "conduct.high_risk_share_max": {"industry_code"},
        "conduct.no_coerced_sale": {"industry_code"},
        "conduct.refinanced_size": {"fact"},
        "conduct.standard_clauses_max": {"industry_code"},
        "conduct.standard_contract_max": {"industry_code"},
        "demand.all_in_ceiling": {"demand"},
        "demand.legal_mechanisms": {"demand"},
        "demand.moratorium_months": {"demand"},
        "demand.no_titles_from_poor": {"demand"},
        "price.comparison_tolerance": {"method"},
        "relief.idpoor_households": {"fact"},
    }


@pytest.mark.parametrize(
    ("sign", "identifiers"),
    [
        ("ge", ["registration.portfolio_min", "licensing.borrowers_min", "licensing.depositors_min", "classification.npl_days"]),
        ("le", ["price.annual_rate_ceiling", "demand.all_in_ceiling", "conduct.high_risk_share_max"]),
        (None, ["registration.cessation_months", "price.comparison_tolerance", "licensing.transition_end"]),
    ],
)
def test_the_sign_of_a_comparison_is_part_of_the_figure(law: Rulebook, sign, identifiers):
    assert {law[identifier].comparison for identifier in identifiers} == {sign}


def test_every_citation_leads_to_an_instrument_with_its_sources(law: Rulebook):
    for parameter in law.parameters.values():
        for value in parameter.values:
            instrument = law.instruments[value.citation.instrument]
            assert set(instrument.sources) | set(value.sources) <= set(law.sources)
            assert citation_text(value.citation, "en")
            assert citation_text(value.citation, "km")


def test_a_sourced_value_names_its_sources_and_an_unsourced_one_says_why(law: Rulebook):
    for parameter in law.parameters.values():
        for value in parameter.values:
            assert value.sources or (value.confidence == "unverified" and value.note), parameter.id


def test_no_value_begins_before_its_instrument_was_signed(law: Rulebook):
    early = {
        parameter.id
        for parameter in law.parameters.values()
        for value in parameter.values
        if (signed := law.instruments[value.citation.instrument].signed_on) and value.since < signed
    }
    assert early == set()


def test_every_label_and_title_is_in_both_languages_and_its_khmer_is_khmer(law: Rulebook):
    words = [parameter.label for parameter in law.parameters.values()]
    for instrument in law.instruments.values():
        words += [instrument.title, instrument.issuer, *([instrument.short] if instrument.short else [])]
    for both in words:
        assert list(both) == ["en", "km"]
        assert any("\u1780" <= letter <= "\u17ff" for letter in both["km"])
        assert not any("\u17e0" <= letter <= "\u17e9" for letter in both["km"]), "Latin digits, as everywhere by default"
        assert not any("\u1780" <= letter <= "\u17ff" for letter in both["en"])


def test_no_two_figures_have_the_same_label(law: Rulebook):
    for language in ("en", "km"):
        labels = [parameter.label[language] for parameter in law.parameters.values()]
        assert len(set(labels)) == len(labels)


def test_codes_of_collateral_and_of_lenders_are_codes_of_the_tape(law: Rulebook):
    codes = pack().codes
    for identifier in (
        "collateral.id_papers_forbidden",
        "collateral.poverty_card_forbidden",
        "collateral.titles_returned",
        "demand.no_titles_from_poor",
    ):
        assert set(law[identifier].values[0].value) <= set(codes["collateral_kind"])
    assert set(law["price.ceiling_lenders"].values[0].value) <= set(codes["status"])
    assert codes["grade"] == GRADES


def test_confidence_and_standing_are_words_of_the_lists_and_none_of_ours_is_confirmed(law: Rulebook):
    values = [value for parameter in law.parameters.values() for value in parameter.values]
    assert {value.confidence for value in values} == set(CONFIDENCES) - {"confirmed"}
    assert {value.standing for value in values} == set(STANDINGS)


def test_at_most_one_value_is_in_force_for_a_lender_on_any_day_that_changes_anything(law: Rulebook):
    for parameter in law.parameters.values():
        edges = {value.since for value in parameter.values} | {value.until for value in parameter.values if value.until}
        for day in {edge + shift for edge in edges for shift in (-DAY, DAY - DAY, DAY)}:
            for kind in pack().codes["status"]:
                assert sum(1 for value in values_on(parameter, day) if not value.lenders or kind in value.lenders) <= 1


INSTRUMENTS = """
B7-00-06 2000-01-11 | B7-00-51 2000-02-17 | B7-02-49 2002-02-25 | B7-02-145 2002-06-07 | B7-02-186 2002-09-13 | B7-06-209 2006-09-13
B7-07-133 2007-08-27 | B7-07-163 2007-12-13 | B7-09-074 year | B7-011-145 2011-05-24 | B7-011-243 year | B7-016-117 2016-03-22
B7-017-109 2017-03-13 | B7-017-344 2017-12-01 | B7-018-001 month | B7-020-352 2020-06-26 | T7-020-001 2020-03-27 | T7-022-818 2022-10-18
INTEREST-CALCULATION-2001 year | LBFI-1999 1999-11-18 | NBC-LETTER-2023-02-10 2023-02-10 | ABC-CMA-RULES-2024 month
STANDARD-CONTRACT-2023 none | CMA-LENDING-GUIDELINES month | LETTER-2020-07-16 2020-07-16 | LAND-LAW-2001 2001-08-30
CIVIL-CODE-2007 2007-12-08 | SECURED-TRANSACTIONS-2007 2007-05-22 | FLOOD-STATEMENT-2018 2018-08-24 | COVID-CIRCULAR-2022-01 2022-01-12
"""


@pytest.mark.parametrize("typed", [one.strip() for line in INSTRUMENTS.strip().splitlines() for one in line.split("|")])
def test_an_instrument_has_the_day_on_which_it_was_signed_or_says_what_is_known_of_it(law: Rulebook, typed):
    name, signed = typed.split()
    instrument = law.instruments[name]
    assert (instrument.signed_on.isoformat() if instrument.signed_on else instrument.signed_known) == signed


def test_the_stored_texts_carry_their_hashes(law: Rulebook):
    assert {tag: source.sha256[:12] for tag, source in law.sources.items() if source.sha256} == {
        "seed-000": "97707036c493",
        "seed-001": "22813d977f81",
        "seed-002": "8f27280161aa",
    }
