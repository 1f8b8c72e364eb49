"""What secures the loans on the audit date: cash, proven market value, and land titles as objects, counted once."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts.evidence import BASES, capped, weakness_of
from prakas.facts.riel import number, total
from prakas.facts.tables import DATE, LENDERS, SECURITY, TEXT, TITLES, WHOLE, declared, loan_facts, sealed
from prakas.facts.terms import Day

OPEN, REPAID, UNKNOWN = 0, 1, 2

# The position that holdings need, before the facts are put together.
OUTSTANDING = pa.schema(
    [
        pa.field("loan_no", WHOLE),
        pa.field("institution_id", TEXT),
        pa.field("disbursed_on", DATE),
        pa.field("outstanding_principal", WHOLE),
    ]
)


def _held(day: Day) -> ir.Table:
    """Return the rows of collateral held on the audit date."""
    rows = sealed("collateral").filter(
        lambda t: (t.taken_on <= day.literal) & (t.released_on.isnull() | (t.released_on > day.literal))
    )
    # Only a title is an object that may secure several loans: a reference on anything else names none.
    ref = rows.kind.isin(day.country.title_kinds).ifelse(rows.title_ref, ibis.null("string"))
    rows = rows.mutate(title_ref=ref, title=ibis.coalesce(ref, rows.collateral_id), row_weakness=weakness_of(rows.evidence))
    return rows.drop("institution_id")


def security(day: Day, positions: ir.Table) -> ir.Table:
    """Return cash, proven market value and titles by loan. Shape: SECURITY. `positions` has the shape OUTSTANDING.

    A title that secures several loans covers the earliest one with something outstanding, never two.
    """
    held = _held(day).inner_join(positions, "loan_no")
    held = held.select(*(c for c in held.columns if not c.endswith("_right")))
    is_cash = held.kind.isin(day.country.cash_kinds)
    has_value = ~is_cash & ~held.kind.isin(day.country.no_market_value)
    proven = has_value & held.valuation_accepted & (held.valued_on <= day.literal) & held.value.notnull()
    held = held.mutate(
        cash_value=is_cash.ifelse(held.value.fill_null(0), 0),
        proven_value=proven.fill_null(False).ifelse(held.value, 0),
        is_title=held.kind.isin(day.country.title_kinds),
        is_owing=has_value & (held.outstanding_principal > 0).fill_null(False),
    )
    # One title, one loan: across institutions too where a reference names it, else within its institution.
    held = held.mutate(owner=held.title_ref.notnull().ifelse("", held.institution_id))
    earliest = ibis.window(group_by=["owner", "title", "is_owing"], order_by=["disbursed_on", "loan_no"])
    held = held.mutate(place=ibis.rank().over(earliest))
    counts = held.is_owing & (held.place == 0)
    held = held.mutate(counted_weakness=((held.cash_value > 0) | (counts & (held.proven_value > 0))).ifelse(held.row_weakness, 0))
    by_title = held.group_by("loan_no", "title").agg(
        cash=total(held.cash_value),
        proven_value=held.proven_value.max(where=held.is_owing & (held.place == 0)).fill_null(0),
        is_title=held.is_title.cast("int64").max(),
        counted_weakness=held.counted_weakness.max(),
    )
    grouped = by_title.group_by("loan_no").agg(
        cash=total(by_title.cash),
        proven_value=total(by_title.proven_value),
        titles_held=total(by_title.is_title),
        security_weakness=by_title.counted_weakness.max(),
    )
    return grouped.select(SECURITY.names)


def titles(day: Day) -> ir.Table:
    """Return one row a title held by an institution. Shape: TITLES. Needs `loan_facts` and `lenders`.

    First in the sector is a holder whose whole book is there before one of whose book there is a part.
    """
    loans = loan_facts()
    repaid_before = loans.repaid_on < ibis.literal(day.number, type="int64")
    loans = loans.select(
        facts_no=loans.loan_no,
        state=ibis.cases(
            (loans.outstanding_principal > 0, OPEN),
            (loans.outstanding_principal.isnull() | loans.repaid_on.isnull(), UNKNOWN),
            (repaid_before, REPAID),
            else_=OPEN,
        ),
        loan_weakness=loans.weakness,
    )
    lender = sealed("loans").filter(lambda t: ~t.collateral_returned).select("loan_no", "institution_id")
    rows = _held(day).filter(lambda t: t.kind.isin(day.country.title_kinds)).inner_join(lender, "loan_no")
    rows = rows.select(*(c for c in rows.columns if not c.endswith("_right")))
    rows = rows.left_join(loans, rows.loan_no == loans.facts_no)
    first = ibis.window(group_by=["institution_id", "title"], order_by=["taken_on", "collateral_id", "source_row"])
    rows = rows.mutate(place=ibis.row_number().over(first))
    state = rows.state.fill_null(OPEN)  # a loan that is still to be disbursed is not repaid
    unpaid = rows.group_by("institution_id", "title").agg(
        open_loans=number(state == OPEN),
        unknown_loans=number(state == UNKNOWN),
        weakness=rows.row_weakness.max(),
        weakness_with_loans=ibis.greatest(rows.row_weakness, rows.loan_weakness.fill_null(0)).max(),
    )
    one = rows.filter(rows.place == 0).select(
        "institution_id", "title", "title_ref", "kind", "commune", "taken_on", "collateral_id", "tape", "source_row"
    )
    one = one.inner_join(unpaid, ["institution_id", "title"])
    one = one.select(*(c for c in one.columns if not c.endswith("_right")))
    # A title without a reference is known only to its holder, so it is its own in the sector too.
    one = one.mutate(sector_key=one.title_ref.notnull().ifelse(one.title, one.institution_id.concat("\x1f", one.title)))
    partial = declared("lenders", LENDERS).select("institution_id", is_partial=lambda t: ~t.is_whole_book)
    one = one.left_join(partial, "institution_id").drop("institution_id_right")
    one = one.mutate(is_partial=one.is_partial.fill_null(False))
    across = ibis.window(group_by=["sector_key"], order_by=["is_partial", "taken_on", "collateral_id", "institution_id"])
    everywhere = ibis.window(group_by=["sector_key"])
    strongest = ibis.literal(BASES[0])
    one = one.mutate(
        is_after_repayment=ibis.cases((one.open_loans > 0, False), (one.unknown_loans > 0, ibis.null("boolean")), else_=True),
        is_first_in_sector=ibis.row_number().over(across) == 0,
        institutions=one.title.count().over(everywhere),
        basis=capped(strongest, one.weakness),
        basis_with_loans=capped(strongest, one.weakness_with_loans),
        basis_of_holders=capped(strongest, one.weakness.max().over(everywhere)),
    )
    return one.select(TITLES.names).order_by("institution_id", "title")


def outstanding() -> ir.Table:
    """Return the declared table of positions that `security` reads."""
    return declared("outstanding", OUTSTANDING)
