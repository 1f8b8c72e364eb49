from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from prakas.publication import grouped, write_report
from tests.publication import made
from tests.publication.reading import Node, page, read

LAW, DEMAND = "law", "demand"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = made.result(tmp_path_factory.mktemp("report") / "out")
    write_report(folder)
    return folder


@pytest.fixture(scope="module")
def report(folder: Path) -> Node:
    return page(folder)


def with_record(tmp_path: Path, **more: object) -> Node:
    folder = made.result(tmp_path / "out", made.record(**more))
    write_report(folder)
    return page(folder)


# ------------------------------------------------------------------------------------------------------- the page itself


def test_every_tag_is_closed_where_it_was_opened(folder):
    reader = read(folder)
    assert reader.faults == []
    assert [one.tag for one in reader.open] == [""]


def test_the_page_asks_nothing_of_another_file_or_machine(folder, report):
    text = (folder / "report.html").read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"url\((?!['\"]?(data:|#))|@import|javascript:", text)
    assert list(report.all("script")) == []
    for node in report.all():
        assert not {"src", "srcset", "action", "data", "poster", "background"} & set(node.attrs), node.tag
        assert not any(name.startswith("on") for name in node.attrs), node.tag
        assert node.attrs.get("href", "#").startswith("#"), node.attrs["href"]
        assert node.tag not in {"link", "iframe", "object", "embed", "img", "base"}


def test_every_link_leads_to_a_place_on_the_page(report):
    places = {node.attrs["id"] for node in report.all() if "id" in node.attrs}
    targets = {node.attrs["href"][1:] for node in report.all("a")}
    assert len(targets) > 10
    assert targets <= places


def test_no_id_is_given_twice(report):
    ids = [node.attrs["id"] for node in report.all() if "id" in node.attrs]
    assert len(ids) == len(set(ids))


def test_the_same_tables_give_the_same_bytes(tmp_path, folder):
    again = made.result(tmp_path / "again", made.record(engine="spark", timings={"reading": 3.5}))
    write_report(again)
    assert (again / "report.html").read_bytes() == (folder / "report.html").read_bytes()


def test_what_a_lender_is_called_is_text_and_never_markup(folder, report):
    text = (folder / "report.html").read_text("utf-8")
    assert made.HOSTILE not in text
    assert made.HOSTILE in report.one(id="lenders").text
    assert "Loan K2 <b>bold</b>: 24 % a year." in report.one(id="price.nominal_ceiling").text
    assert "u: nothing in it <can> be read." in report.one(id="audited").text
    assert "loans <1>.csv" in report.one(id="rules").text
    assert list(report.all("b", class_="bold")) == []


def test_the_page_says_that_it_is_not_for_publication(report):
    assert "Not for publication" in report.one("p", class_="private").text


def test_made_up_lenders_put_a_banner_on_the_page(report):
    assert "1 of 3 institutions" in report.one("p", class_="sample").text


def test_without_a_made_up_lender_there_is_no_such_banner(tmp_path, monkeypatch):
    monkeypatch.setattr(made, "LENDERS", made.LENDERS[:2])
    assert list(with_record(tmp_path).all("p", class_="sample")) == []


# --------------------------------------------------------------------------------------------------- figures of the tables


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("portfolio", "2,495,678,901 riel"),
        ("loans", "6"),
        ("borrowers", "41"),
        ("par30", "25.00 %"),
        ("public_savings", "5 riel"),
        ("depositors", "3"),
        ("titles_hard", "7"),
        ("titles_soft", "4"),
    ],
)
def test_a_headline_is_the_sum_over_the_institutions(report, fact, expected):
    assert report.one("dd", data_fact=fact).text == expected


def test_a_sum_over_some_institutions_says_over_how_many(report):
    shown = next(
        one for one in report.one(id="headline").all("div") if "Portfolio" in one.text and one.tag == "div" and not one.attrs
    )
    assert "Known for 2 of 3 institutions." in shown.text


@pytest.mark.parametrize("currency", ["KHR", "USD"])
def test_the_grades_add_up_to_the_loans_of_the_table(report, currency):
    table = report.one("table", data_currency=currency)
    loans = [row for row in made.LOANS_MADE if row["currency"] == currency]
    rows = list(table.one("tbody").all("tr"))
    assert sum(int(row.cells()[1]) for row in rows) == len(loans)
    for state in ("standard", "substandard", "loss"):
        mine = [row for row in loans if row["grade"] == state and row["outstanding_principal"] and not row["is_written_off"]]
        shown = list(table.all("tr", data_state=state))
        assert len(shown) == bool(mine)
        if mine:
            assert shown[0].cells()[1] == str(len(mine))
            assert shown[0].cells()[2] == grouped(str(sum(row["outstanding_principal"] for row in mine)))
            assert shown[0].cells()[4] == grouped(str(sum(row["provision_required"] for row in mine)))


def test_loans_written_off_repaid_or_not_known_are_no_grade(report):
    table = report.one("table", data_currency="KHR")
    assert {row.attrs["data-state"]: row.cells()[1] for row in table.one("tbody").all("tr")} == {
        "standard": "1",
        "substandard": "1",
        "loss": "1",
        "no_position": "1",
        "written_off": "1",
        "repaid": "1",
    }


def test_an_amount_that_no_loan_has_is_not_assessed_and_never_zero(report):
    loss = report.one("table", data_currency="KHR").one("tr", data_state="loss").cells()
    assert loss[5:] == ["not assessed", "not assessed"]
    unknown = report.one("table", data_currency="KHR").one("tr", data_state="no_position").cells()
    assert unknown[2] == "not assessed"
    partly = report.one("table", data_currency="USD").one("tr", data_state="not_graded").cells()
    assert partly[2] == "10"


@pytest.mark.parametrize(
    ("price", "above", "not_above", "unknown"),
    [("contract", 1, 2, 1), ("schedule", 1, 2, 1), ("all_in", 2, 1, 1), ("effective", 3, 0, 1)],
)
def test_rates_are_held_to_the_ceiling_with_room_for_computed_ones(report, price, above, not_above, unknown):
    assert report.one("tr", data_price=price).cells()[1:] == [str(above), str(not_above), str(unknown)]


def test_the_count_by_the_effective_figure_is_labelled_as_such(report):
    assert "all-in rate, effective" in report.one("tr", data_price="effective").text
    assert "no rule holds a loan to this count" in report.one(id="price").text


def test_bars_above_the_ceiling_hold_exactly_the_loans_above_it(report):
    charts = list(report.one(id="price").all("svg", class_="histogram"))
    above = [sum(int(bar.text.split(": ")[1].split()[0]) for bar in chart.all("rect", class_="above")) for chart in charts]
    assert above == [1, 1, 2]
    every = [sum(int(bar.text.split(": ")[1].split()[0]) for bar in chart.all("rect")) for chart in charts]
    known = [
        sum(row[name] is not None for row in made.LOANS_MADE)
        for name in ("nominal_rate", "schedule_rate_nominal", "all_in_rate_nominal")
    ]
    assert every == known


def test_titles_stand_by_province_and_add_up(report):
    rows = {row.cells()[0]: row.cells()[1:] for row in report.one("table", class_="titles").one("tbody").all("tr")}
    assert len(rows) == 26
    assert rows["Battambang"] == ["5", "1", "2"]
    assert rows["Siemreap"] == ["0", "3", "not assessed"]
    assert rows["Place not given"] == ["2", "0", "not assessed"]
    assert rows["Kep"] == ["0", "0", "0"]
    assert report.one("table", class_="titles").one("tfoot").one("tr").cells() == ["All", "7", "4", "2"]


def test_each_of_25_provinces_has_a_tile_with_its_number(report):
    tiles = list(report.one("svg", class_="tilemap").all("g"))
    assert len(tiles) == 25
    said = dict(one.one("title").text.split(": ") for one in tiles)
    assert said["Battambang"] == "6 titles"
    assert said["Siemreap"] == "3 titles"
    assert sum(int(one.split()[0]) for one in said.values()) == 9


def test_where_no_tape_tells_of_titles_there_is_no_map_of_zeros(tmp_path, monkeypatch):
    monkeypatch.setattr(made, "LENDERS", [{**one, "titles_hard": None, "titles_soft": None} for one in made.LENDERS])
    monkeypatch.setattr(made, "TITLES_MADE", [])
    report = with_record(tmp_path)
    assert list(report.all("svg", class_="tilemap")) == []
    assert "not assessed" in report.one(id="titles").text


def test_every_row_that_was_read_is_kept_or_returned(report):
    assert report.one("table", class_="tapes").one("tfoot").one("tr").cells() == ["All tapes", "1", "11", "9", "2", "1"]


def test_who_was_refused_and_who_is_missing_is_named(report):
    text = report.one(id="audited").text
    assert "u : u: nothing in it" in text
    assert "I9 Ninth: missing" in text


def test_oddities_are_counted_by_code_and_table(report):
    rows = [row.cells() for row in report.one("table", class_="edits").one("tbody").all("tr")]
    assert rows == [
        ["Q007", "collateral", "A title without <i>reference</i>.", "2"],
        ["V001", "loans", "A day that is none.", "1"],
    ]


# ---------------------------------------------------------------------------------------------------------- institutions


def test_lenders_that_fall_short_come_first(report):
    rows = [row.cells() for row in report.one("table", class_="lenders").one("tbody").all("tr")]
    assert [row[0].split()[0] for row in rows] == ["I1", "I3", "I2"]
    assert "falls short" in rows[0][2]
    assert "50,000,000 riel above the registration line for portfolio (150.0 % of 100,000,000 riel)" in rows[0][7]
    assert "meets it" in rows[2][2]


def test_a_lender_of_whom_nothing_is_known_is_not_assessed(report):
    row = next(row.cells() for row in report.one("table", class_="lenders").all("tr") if "Third lender" in row.text)
    assert row[1] == "not assessed"
    assert row[2].startswith("not assessed")
    assert row[3:7] == ["not assessed"] * 4
    assert not re.search(r"\b0\b", " ".join(row))


@pytest.mark.parametrize(
    ("portfolio", "said"),
    [
        ("99999999.00", "1 riel below the registration line for portfolio (100,000,000 riel)"),
        ("100000000.00", "exactly at the registration line for portfolio (100,000,000 riel)"),
        ("100000001.00", "1 riel above the registration line for portfolio (100,000,000 riel)"),
        ("25000000.00", "75,000,000 riel below the registration line for portfolio (25.0 % of 100,000,000 riel)"),
    ],
)
def test_the_distance_to_the_line_is_exact(tmp_path, monkeypatch, portfolio, said):
    monkeypatch.setattr(made, "LENDERS", [{**made.LENDERS[0], "portfolio_khr": Decimal(portfolio)}, *made.LENDERS[1:]])
    assert said in with_record(tmp_path).one("table", class_="lenders").text


def test_people_are_no_riel(tmp_path, monkeypatch):
    few = {**made.LENDERS[0], "portfolio_khr": Decimal(0), "depositors": 99}
    monkeypatch.setattr(made, "LENDERS", [few, *made.LENDERS[1:]])
    assert (
        "1 below the registration line for depositors (99.0 % of 100)"
        in with_record(tmp_path).one("table", class_="lenders").text
    )


# ---------------------------------------------------------------------------------------------------- rules and standings


def test_every_rule_of_the_run_stands_with_its_citation_or_says_that_there_is_no_law(report):
    shown = {one.attrs["data-rule"]: one for one in report.one(id="rules").all("article")}
    assert set(shown) == set(made.RULES_MADE)
    for identifier, article in shown.items():
        said = [one.text for one in article.all("p", class_="source")]
        assert said, identifier
        assert re.match(r"Citation: \S|No law: |Nothing in force on this day", said[0]), (identifier, said)
    assert "B7-02-49, art. 3" in shown["registration.required"].text
    assert "No law: a plain oddity" in shown["collateral.pledged_twice"].text
    assert "Nothing in force" in shown["collateral.poverty_card"].text


def test_what_a_rule_came_to_is_shown_whole(report):
    text = report.one(id="classification.grade").text
    assert "Covered 9: found 0, sound 5, not assessed 4" in text
    assert "Not assessed, for want of: the position: 4." in text


def test_a_rule_that_could_judge_nothing_shows_no_zero_at_the_top(report):
    card = report.one(id="headline").one("li", data_rule="provisioning.shortfall")
    assert card.one("p", class_="big").text == "not assessed"


def test_a_rule_that_covers_nothing_says_so(report):
    assert "Covers nothing in this audit" in report.one(id="collateral.poverty_card").text
    assert list(report.one(id="headline").all("li", data_rule="collateral.poverty_card")) == []


def test_each_rule_stands_under_its_own_standing_and_no_other(report):
    for place in ("headline", "rules"):
        for section in report.one(id=place).all("div", class_="standing"):
            standing = section.attrs["data-standing"]
            inside = {one.attrs["data-rule"] for one in section.all() if "data-rule" in one.attrs}
            assert inside <= {name for name, tally in made.RULES_MADE.items() if tally["standing"] == standing}
            assert {one.text for one in section.all("span", class_="tag")} <= {
                {"law": "Law", "industry_code": "Lenders' code", "demand": "Asked for", "notice": "Notice"}[standing]
            }


def test_a_demand_never_stands_under_law(report):
    for section in report.all(data_standing=LAW):
        assert "16 July 2020" not in section.text
        assert "all_in_ceiling" not in section.text
        assert not list(section.all(data_standing=DEMAND))
    demand = list(report.one(id="rules").all("div", data_standing=DEMAND))
    assert "Letter of 16 July 2020" in demand[0].text
    assert "It is not law" in demand[0].text


def test_the_four_standings_differ_in_word_and_in_shape(report):
    legend = report.one("dl", class_="legend")
    tags = list(legend.all("span", class_="tag"))
    assert len({one.text for one in tags}) == 4
    shapes = {repr(next(one.one("svg").all())) for one in tags}
    assert len(shapes) == 4


def test_the_first_twenty_findings_stand_with_their_row_and_the_rest_is_counted(report):
    article = report.one(id="price.all_in_ceiling")
    rows = [row.cells() for row in article.one("tbody").all("tr")]
    assert len(rows) == 20
    assert rows[7][1] == "Loan N007 is found."
    assert rows[7][3] == "t/loans <1>.csv, row 7"
    assert "and 5 more in findings.csv" in article.text
    assert "more in findings.csv" not in report.one(id="price.nominal_ceiling").text


def test_a_lenders_answer_stands_beside_the_finding(tmp_path):
    answered = [
        {**one, "answer_reason": "Repaid <since>", "answer_by": "desk", "answer_on": "2021-07-02"}
        for one in made.FINDINGS_MADE[:1]
    ]
    folder = made.result(tmp_path / "out", findings=answered)
    write_report(folder)
    assert "Lender's answer: Repaid <since> (desk, 2021-07-02)" in page(folder).one(id="registration.required").text


def test_unverified_values_are_named_with_what_stands_on_them(report):
    text = report.one(id="sure").text
    assert "Findings that stand on one: suspense.recognized , 1" in text
    assert report.one(id="used").one("tbody").text.count("unverified") >= 1


def test_the_rulebook_is_named_by_version_and_fingerprint(report):
    text = report.one(id="sure").text
    assert "22 November 2026" in text
    assert made.record()["rulebook"]["hash"] in text
    assert "another one than the rulebook of the audit" not in text


def test_a_value_that_was_asked_for_is_not_shown_as_law(report):
    rows = [row.cells() for row in report.one("table", class_="used").one("tbody").all("tr")]
    asked = [row for row in rows if "demand.all_in_ceiling" in row[0]]
    assert [(row[2], row[3]) for row in asked] == [("Asked for", "Letter of 16 July 2020")]
    assert {row[2] for row in rows if "price.annual_rate_ceiling" in row[0]} == {"Law"}


def test_a_page_made_with_another_rulebook_says_so(tmp_path):
    report = with_record(tmp_path, rulebook={"version": "2026-11-22", "hash": "f" * 64, "confirmed": []})
    assert "another one than the rulebook of the audit" in report.one(id="sure").text


def test_a_confirmed_value_stands_in_place_of_ours_with_who_gave_it(tmp_path):
    given = {"id": "registration.portfolio_min", "from": "2020-01-01", "to": None, "value": "200000000", "for": [],
             "citation": {"instrument": "B7-02-49", "article": "3"}, "by": "Licensing <desk>", "on": "2021-01-05",
             "replaces": ["2002-02-25"], "sha256": "1" * 64}  # fmt: skip
    report = with_record(tmp_path, rulebook={"version": "2026-11-22", "hash": "e" * 64, "confirmed": [given]})
    assert "confirmed by Licensing <desk> on 2021-01-05" in report.one(id="sure").text
    assert (
        "50,000,000 riel below the registration line for portfolio (75.0 % of 200,000,000 riel)"
        in report.one("table", class_="lenders").text
    )


def test_a_standing_left_out_by_choice_is_named(tmp_path):
    rules = {name: tally for name, tally in made.RULES_MADE.items() if tally["standing"] == LAW}
    report = with_record(tmp_path, rules=rules, options={"standings": [LAW], "strict": True})
    assert "Rules that were left out by choice: industry code, demand, notice." in report.one(id="audited").text
    assert "values that no source was seen for were not used" in report.one(id="sure").text
    assert "not assessed" in report.one("li", data_total="loans_above_ceiling_all_in").text


# ------------------------------------------------------------------------------------------------------------------ size


def test_a_sector_of_many_findings_and_lenders_stays_a_small_page(tmp_path, monkeypatch):
    many = [{**made.LENDERS[1], "institution_id": f"M{n:04}", "name": f"Lender {n} of many"} for n in range(2000)]
    monkeypatch.setattr(made, "LENDERS", [made.LENDERS[0], *many])
    standings = {name: tally["standing"] for name, tally in made.RULES_MADE.items()}
    findings = [made._finding(rule, standing, f"S{n}") for rule, standing in standings.items() for n in range(500)]
    tapes = [{**made.record()["tape"]["files"][0], "tape": f"tape-{n:04}"} for n in range(2000)]
    register = [{"institution_id": f"R{n}", "name": "Somebody", "outcome": "missing", "tape": ""} for n in range(2000)]
    record = made.record(tape={"files": tapes, "edits": 3, "refused": [], "register": register})
    folder = made.result(tmp_path / "out", record, findings)
    write_report(folder)
    assert (folder / "report.html").stat().st_size < 1_000_000
    report = page(folder)
    assert "and 1,601 more in institutions.csv" in report.one(id="lenders").text
    assert "and 1,700 more in audit.json" in report.one(id="audited").text
    assert "and 480 more in findings.csv" in report.one(id="price.all_in_ceiling").text
