"""How a row is known bounds every figure that rests on it: somebody's word is reported, a row made from terms rebuilt."""

from __future__ import annotations


def bases(tape):
    return {row["loan_id"]: (row["basis"], row["schedule_basis"]) for row in tape.table("loan_facts")}


def test_the_weakest_row_of_a_loan_bounds_its_basis(engine):
    tape = engine(
        loans="""
            loan_id               | evidence
            ----------------------+---------
            nothing said          |
            papers seen           | document
            a photo               | photo
            told                  | told
            made from terms       | rebuilt
            a told instalment     | document
            a told payment        | document
            a told charge         | document
            an instalment rebuilt |
            told beats rebuilt    | rebuilt
        """,
        installments="""
            loan_id               | number | evidence
            ----------------------+--------+---------
            papers seen           | 1      | photo
            a told instalment     | 1      | document
            a told instalment     | 2      | told
            an instalment rebuilt | 1      | rebuilt
            an instalment rebuilt | 2      | document
        """,
        payments="""
            loan_id            | payment_id | evidence
            -------------------+------------+---------
            papers seen        | 1          | document
            a told payment     | 2          | told
            told beats rebuilt | 3          | told
        """,
        charges="""
            loan_id       | evidence
            --------------+---------
            a told charge | told
        """,
        positions="""
            loan_no | schedule_basis | outstanding_principal
            --------+----------------+----------------------
            0       | 1              | 100.00
            1       | 1              | 100.00
            2       | 1              | 100.00
            3       | 1              | 100.00
            4       | 1              | 100.00
            5       | 1              | 100.00
            6       | 1              | 100.00
            7       | 1              | 100.00
            8       | 1              | 100.00
            9       | 1              | 100.00
        """,
    )
    assert bases(tape) == {
        "nothing said": ("computed", "computed"),
        "papers seen": ("computed", "computed"),
        "a photo": ("computed", "computed"),
        "told": ("reported", "reported"),
        "made from terms": ("rebuilt", "rebuilt"),
        "a told instalment": ("reported", "reported"),
        "a told payment": ("reported", "reported"),
        "a told charge": ("reported", "reported"),
        "an instalment rebuilt": ("rebuilt", "rebuilt"),
        "told beats rebuilt": ("reported", "reported"),
    }


def test_evidence_never_makes_a_basis_stronger_nor_out_of_nothing(engine):
    tape = engine(
        loans="""
            loan_id          | evidence | reported_outstanding
            -----------------+----------+---------------------
            rebuilt schedule | document |
            told of it       | told     |
            the books' word  | document | 100.00
            no position      | document |
            told, nothing    | told     |
        """,
        positions="""
            loan_no | schedule_basis | outstanding_principal
            --------+----------------+----------------------
            0       | 2              | 100.00
            1       | 2              | 100.00
        """,
    )
    assert bases(tape) == {
        "rebuilt schedule": ("rebuilt", "rebuilt"),
        "told of it": ("reported", "reported"),
        "the books' word": ("reported", None),
        "no position": (None, None),
        "told, nothing": (None, None),
    }


def test_a_finding_shows_the_basis_that_its_rows_allow(engine):
    tape = engine(
        loan_facts="""
            loan_id         | weakness | security_weakness | basis    | schedule_basis | agreed_on  | schedule_rate_nominal | schedule_rate_nominal_months | is_flat_as_lived | days_past_due | outstanding_principal | reported_provision | lender_kind
            ----------------+----------+-------------------+----------+----------------+------------+-----------------------+------------------------------+------------------+---------------+-----------------------+--------------------+------------
            papers          | 0        | 0                 | computed | computed       | 2018-01-01 | 30                    | 30                           | yes              | 400           | 100.00                | 0                  | licensed
            told            | 2        | 0                 | reported | reported       | 2018-01-01 | 30                    | 30                           | yes              | 400           | 100.00                | 0                  | licensed
            a told security | 0        | 2                 | computed | computed       | 2018-01-01 | 30                    | 30                           | yes              | 400           | 100.00                | 0                  | licensed
        """
    )
    for rule in ("price.nominal_ceiling", "price.flat_method"):
        assert tape.each(rule, "basis") == {"papers": "computed", "told": "reported", "a told security": "computed"}
    assert tape.each("provisioning.shortfall", "basis") == {
        "papers": "computed",
        "told": "reported",
        "a told security": "reported",
    }


def test_a_paper_or_title_is_known_as_its_own_row_is(engine):
    tape = engine(
        loan_facts="""
            loan_id | institution_id | poverty | is_microloan | outstanding_principal | repaid_on | weakness
            --------+----------------+---------+--------------+-----------------------+-----------+---------
            of A    | A              | idpoor1 | no           | 0                     | 18000     | 0
            of A, t | A              | idpoor1 | no           | 0                     | 18000     | 2
            of B    | B              | idpoor1 | no           | 0                     | 18000     | 0
        """,
        collateral="""
            collateral_id | title_ref | loan_id | institution_id | kind        | taken_on   | evidence
            --------------+-----------+---------+----------------+-------------+------------+---------
            seen          | T1        | of A    | A              | hard_title  | 2024-10-01 | photo
            told          | T2        | of A    | A              | hard_title  | 2024-10-01 | told
            rebuilt       | T3        | of A    | A              | hard_title  | 2024-10-01 | rebuilt
            told loan     | T4        | of A, t | A              | hard_title  | 2024-10-01 |
            once seen     | T5        | of A    | A              | hard_title  | 2024-10-01 | document
            once told     | T5        | of A    | A              | hard_title  | 2024-10-02 | told
            here seen     | T6        | of A    | A              | hard_title  | 2024-10-01 | document
            there told    | T6        | of B    | B              | hard_title  | 2024-10-01 | told
            a card        |           | of A    | A              | idpoor_card | 2024-10-01 | told
            a paper       |           | of A    | A              | id_paper    | 2024-10-01 | told
            a paper seen  |           | of A    | A              | id_paper    | 2024-10-01 | photo
        """,
    )
    taken = tape.each("collateral.title_taken_from_poor", "basis")
    named = ("seen", "told", "rebuilt", "told loan")
    assert [taken[f"{who}: idpoor"] for who in named] == ["computed", "reported", "rebuilt", "computed"]
    held = tape.rows("collateral.held_after_repayment")
    assert {(row["institution_id"], row["subject"]): row["basis"] for row in held} == {
        ("A", "T1"): "computed",
        ("A", "T2"): "reported",
        ("A", "T3"): "rebuilt",
        ("A", "T4"): "reported",  # that the loan is repaid rests on what was told
        ("A", "T5"): "reported",
        ("A", "T6"): "computed",
        ("B", "T6"): "reported",
    }
    twice = [row for row in tape.rows("collateral.pledged_twice") if row["subject"] == "T6"]
    assert [row["basis"] for row in twice] == ["reported", "reported"]  # that there are two rests on both
    papers = tape.each("collateral.forbidden_paper", "basis")
    assert (papers["a paper"], papers["a paper seen"]) == ("reported", "computed")
    assert tape.each("collateral.poverty_card", "basis")["a card"] == "reported"


def test_titles_of_which_somebody_told_are_counted_and_not_set_against_the_books(engine):
    def held(evidence):
        tape = engine(
            institutions="""
                institution_id | reported_titles_hard | has_loans | has_collateral
                ---------------+----------------------+-----------+---------------
                a lender       | 5                    | yes       | yes
            """,
            loan_facts="""
                loan_id | outstanding_principal
                --------+----------------------
                a loan  | 100.00
            """,
            collateral=f"""
                collateral_id | loan_id | kind       | taken_on   | evidence
                --------------+---------+------------+------------+---------
                first         | a loan  | hard_title | 2020-01-01 |
                second        | a loan  | hard_title | 2020-01-01 | {evidence}
            """,
        )
        (facts,) = tape.table("institution_facts")
        return facts["titles_hard"], facts["titles_basis"], tape.each("reported.differs", "basis")

    who = "a lender: reported_titles_hard"
    assert held("photo") == (2, "computed", {who: "computed"})
    assert held("rebuilt") == (2, "rebuilt", {who: "rebuilt"})
    assert held("told") == (2, "reported", {})
