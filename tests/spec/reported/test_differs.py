"""A plain oddity: the lender's own figure is not the one that follows from its rows."""

from __future__ import annotations

RULE = "reported.differs"


def test_each_figure_of_the_books_is_set_beside_the_computed_one(engine):
    tape = engine(
        loan_results="""
            loan_id            | reported_outstanding | outstanding_principal | reported_days_past_due | days_past_due | reported_class | grade    | basis    | is_as_of | is_written_off
            -------------------+----------------------+-----------------------+------------------------+---------------+----------------+----------+----------+----------+---------------
            all alike          | 1,000.00             | 1,000.00              | 31                     | 31            | standard       | standard | computed | yes      | no
            one unit less      |   999.99             | 1,000.00              |                        |               |                |          | computed | yes      | no
            one unit more      | 1,000.01             | 1,000.00              |                        |               |                |          | computed | yes      | no
            one day less       |                      |                       | 30                     | 31            |                |          | computed | yes      | no
            another grade      |                      |                       |                        |               | loss           | standard | computed | yes      | no
            computed not known | 1,000.00             |                       | 31                     |               | standard       |          | computed | yes      | no
            only rebuilt       |   999.99             | 1,000.00              |                        |               |                |          | rebuilt  | yes      | no
            of another day     |   999.99             | 1,000.00              |                        |               |                |          | computed | no       | no
            written off        |   999.99             | 1,000.00              |                        |               |                |          | computed | yes      | yes
        """,
        institution_results="""
            institution_id | reported_portfolio_khr | computed_portfolio_khr | reported_borrowers | computed_borrowers | is_as_of
            ---------------+------------------------+------------------------+--------------------+--------------------+---------
            alike          | 5,000                  | 5,000                  | 10                 | 10                 | yes
            apart          | 5,000                  | 4,999                  | 11                 | 10                 | yes
            not told       |                        | 5,000                  |                    | 10                 | yes
            another day    | 5,000                  | 4,999                  | 11                 | 10                 | no
        """,
    )
    assert tape.found(RULE) == [
        "another grade: reported_class",
        "apart: reported_borrowers",
        "apart: reported_portfolio_khr",
        "one day less: reported_days_past_due",
        "one unit less: reported_outstanding",
        "one unit more: reported_outstanding",
    ]
    assert tape.sound(RULE) == [
        "alike: reported_borrowers",
        "alike: reported_portfolio_khr",
        "all alike: reported_class",
        "all alike: reported_days_past_due",
        "all alike: reported_outstanding",
    ]
    assert tape.not_assessed(RULE) == {}  # where one of both is not known there is nothing to set beside it
    assert tape.amounts(RULE)["one unit less: reported_outstanding"] == "0.01"
    assert tape.each(RULE, "unit")["apart: reported_borrowers"] == "count"
    assert tape.rule(RULE).standing == "notice"


def test_it_rests_on_no_law_so_strict_and_the_date_change_nothing(engine):
    drawn = """
        loan_id | reported_days_past_due | days_past_due
        --------+------------------------+--------------
        late    | 30                     | 31
    """
    assert engine(on="1999-12-31", loan_results=drawn, strict=True).found(RULE) == ["late: reported_days_past_due"]
