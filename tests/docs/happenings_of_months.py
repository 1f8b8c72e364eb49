"""How each message about two months of one book is brought about."""

from __future__ import annotations

from tests.docs.happenings import happening


def compared(w, earlier, later):
    """What is said of two tapes, each given as the lines of its institutions."""
    head = "institution_id,name,legal_form,status,as_of\n"
    for name, line in (("may", earlier), ("june", later)):
        w.file(f"{name}/institutions.csv", head + line + "\n")
    return w.said("compare-months", "may", "june", "--out", "out")


@happening("there is no time between them")
def the_wrong_way_round(w):
    return compared(w, "A,Alpha,company,licensed,2020-06-30", "A,Alpha,company,licensed,2020-05-31")


@happening("does not name one day on which its book was closed")
def closed_on_no_day(w):
    return [
        compared(w, "A,Alpha,company,licensed,", "A,Alpha,company,licensed,2020-06-30"),
        compared(
            w, "A,Alpha,company,licensed,2020-05-31", "A,Alpha,company,licensed,2020-06-30\nB,Beta,ngo,registered,2020-06-29"
        ),
    ]


@happening("No lender is in both tapes")
def two_lenders(w):
    return compared(w, "A,Alpha,company,licensed,2020-05-31", "B,Beta,ngo,registered,2020-06-30")
