"""A tape may hold only some of a lender's loans: then nothing is said of the lender's totals, and everything of its loans."""

from __future__ import annotations

from prakas.facts import INSTITUTION_FACTS, LENDERS

BOOKS = {
    "institutions": """
        institution_id | status       | is_whole_book | as_of | reported_borrowers | reported_portfolio_khr | has_loans | has_deposits | has_collateral
        ---------------+--------------+---------------+-------+--------------------+------------------------+-----------+--------------+---------------
        whole, said    | unregistered | yes           |       | 7                  | 5                      | yes       | yes          | yes
        nothing said   | unregistered |               |       | 7                  | 5                      | yes       | yes          | yes
        a part         | unregistered | no            |       | 7                  | 5                      | yes       | yes          | yes
    """,
    "loan_facts": """
        loan_id | institution_id | borrower_id | outstanding_principal | days_past_due | nominal_rate | agreed_on  | lender_kind
        --------+----------------+-------------+-----------------------+---------------+--------------+------------+-------------
        one     | whole, said    | P1          | 2,000,000,000         | 40            | 30           | 2018-01-01 | unregistered
        two     | nothing said   | P1          | 2,000,000,000         | 40            | 30           | 2018-01-01 | unregistered
        three   | a part         | P1          | 2,000,000,000         | 40            | 30           | 2018-01-01 | unregistered
    """,
    "deposits": """
        account_id | institution_id | depositor_id | balance
        -----------+----------------+--------------+--------
        1          | whole, said    | D1           | 100
        2          | nothing said   | D1           | 100
        3          | a part         | D1           | 100
    """,
    "collateral": """
        collateral_id | title_ref | loan_id | institution_id | kind       | taken_on
        --------------+-----------+---------+----------------+------------+-----------
        c1            |           | one     | whole, said    | hard_title | 2020-01-01
        c2            |           | two     | nothing said   | hard_title | 2020-01-01
        c3            |           | three   | a part         | hard_title | 2020-01-01
    """,
}


def test_a_part_of_a_book_gives_no_total_at_all(engine):
    facts = {row["institution_id"]: row for row in engine(**BOOKS).table("institution_facts")}
    totals = [name for name in INSTITUTION_FACTS.names if name not in LENDERS.names]
    assert {name: facts["a part"][name] for name in totals if facts["a part"][name]} == {}
    assert [facts["a part"][name] for name in ("portfolio_khr", "loans", "par30_khr", "titles_soft", "loans_basis")] == [None] * 5
    for whole in ("whole, said", "nothing said"):
        row = facts[whole]
        assert (row["portfolio_khr"], row["borrowers"], row["depositors"], row["titles_hard"]) == (200_000_000_000, 1, 1, 1)
        assert (row["is_whole_book"], row["loans_basis"]) == (True, "computed")


def test_what_standing_it_needs_is_not_assessed_and_its_loans_are_judged_as_ever(engine):
    tape = engine(**BOOKS)
    part = "the whole book: only some of its loans are in the tape"
    assert tape.found("licensing.required") == ["nothing said: portfolio", "whole, said: portfolio"]
    assert tape.not_assessed("licensing.required") == {
        f"a part: {condition}": part for condition in ("portfolio", "borrowers", "public_savings", "depositors")
    }
    assert tape.not_assessed("registration.required") == {
        f"a part: {condition}": part for condition in ("portfolio", "public_savings", "depositors")
    }
    in_2002 = tape.again(on="2002-12-31")
    assert in_2002.not_assessed("licensing.transition")["a part: borrowers"] == part
    assert {row["institution_id"]: row["required_standing"] for row in tape.table("institution_results")} == {
        "whole, said": "license",
        "nothing said": "license",
        "a part": None,
    }
    assert tape.found("price.nominal_ceiling") == ["one", "three", "two"]
    differs = {who.partition(":")[0] for who in tape.each("reported.differs", "state")}
    assert differs == {"whole, said", "nothing said"}


def test_a_title_of_a_whole_book_counts_first_in_the_sector_before_one_of_a_part(engine):
    drawn = BOOKS | {
        "collateral": """
            collateral_id | title_ref | loan_id | institution_id | kind       | taken_on
            --------------+-----------+---------+----------------+------------+-----------
            c2            | T         | two     | nothing said   | hard_title | 2022-01-01
            c3            | T         | three   | a part         | hard_title | 2020-01-01
        """
    }
    rows = {row["institution_id"]: row for row in engine(**drawn).table("titles")}
    assert (rows["nothing said"]["is_first_in_sector"], rows["a part"]["is_first_in_sector"]) == (True, False)
    assert engine(**drawn).found("collateral.pledged_twice") == ["T", "T"]
