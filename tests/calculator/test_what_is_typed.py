"""What a person types: what is understood, and the sentence beside what is not; with a fault nothing is computed."""

from __future__ import annotations

import re

import pytest

from tests.calculator.sheet import FOUR


@pytest.mark.parametrize(
    "typed", ["1900000", "1,900,000", "1 900 000", "១៩០០០០០", "១,៩០០,០០០", "1,900,000.00", "៛1,900,000", " 1900000.0 "]
)
def test_an_amount_is_understood_with_separators_and_khmer_digits(sheet, typed):
    said = sheet.work_out(**{**FOUR, "cash": typed})
    assert sheet.faults() == {}
    assert "1,900,000 រៀល" in said
    assert sheet.text("#cash-echo") == "= 1,900,000 រៀល"


FAULTS = [
    ("cash", "", "Write a number here."),
    ("cash", "1,5", "This can be read in two ways."),
    ("cash", "1.500", "This can be read in two ways."),
    ("cash", "1.900.000", "This can be read in two ways."),
    ("cash", "19,00,000", "This can be read in two ways."),
    ("cash", "1900000,50", "This can be read in two ways."),
    ("cash", "about two million", "Write a number only"),
    ("cash", "1.2345", "at most two digits after the point"),
    ("cash", "0", "above 0"),
    ("cash", "-5", "above 0"),
    ("cash", "9999999999999", "Look at the zeros"),
    ("payment", "1,5", "This can be read in two ways."),
    ("count", "12.5", "Write a whole number"),
    ("count", "0", "Write a whole number"),
    ("count", "601", "At most 600"),
    ("received", "2020", "Write day, month and year"),
    ("received", "31/2/2020", "There is no such day"),
    ("received", "29/02/2021", "There is no such day"),
    ("received", "1/13/2020", "There is no such day"),
    ("received", "15/1/2563", "not the Buddhist year"),
    ("received", "15/1/20", "Write day, month and year"),
    ("signed", "1,899,999", "less than what you got in hand"),
    ("stated", "1,5", "This can be read in two ways."),
    ("stated", "low", "Write the percentage only"),
    ("fee_on", "1/2/2020", ""),
    ("first", "1/2/2020", ""),
]


@pytest.mark.parametrize(("name", "typed", "sentence"), FAULTS)
def test_a_fault_has_a_sentence_beside_its_field_in_both_languages_and_nothing_is_computed(sheet, name, typed, sentence):
    sheet.speak("en")
    assert sheet.work_out(**{**FOUR, name: typed}) == ""
    faults = sheet.faults()
    if sentence:
        assert list(faults) == [name]
        assert sentence in faults[name]
        assert sheet.page.get_attribute(f"#{name}", "aria-invalid") == "true"
        assert f"{name}-fault" in sheet.page.get_attribute(f"#{name}", "aria-describedby")
        assert sheet.page.evaluate("document.activeElement.id") == name
    else:
        assert "the other days are counted from it" in faults["received"]
    assert f"marked above: {len(faults)}" in sheet.text("#mend")
    sheet.speak("km")
    khmer = sheet.faults()
    assert list(khmer) == list(faults)
    assert all(any("ក" <= letter <= "៿" for letter in text) for text in khmer.values())


def test_days_that_contradict_each_other_are_faults(sheet):
    sheet.speak("en")
    sheet.work_out(**FOUR, received="15/1/2020", first="15/1/2020", saving="yes", saving_back="day", saving_on="14/1/2020")
    assert set(sheet.faults()) == {"first", "saving_on"}
    sheet.work_out(first="16/1/2020", saving_on="")
    assert set(sheet.faults()) == {"saving_on"}


def test_a_day_is_read_day_first_or_year_first_and_shown_in_words(sheet):
    sheet.speak("en")
    for typed in ("3/4/2020", "03.04.2020", "2020-04-03", "០៣/០៤/២០២០", "3 4 2020"):
        sheet.tell(received=typed)
        assert sheet.text("#received-echo") == "= 3 April 2020"


TABLE = [("15/1/2020", "+1,900,000"), ("15/2/2020", "-1,000,000"), ("15/3/2020", "-1,000,000")]


def test_the_table_alone_is_counted_where_it_is_filled_in(sheet):
    sheet.speak("en")
    sheet.tell(cash="nonsense")
    sheet.table(TABLE)
    said = sheet.work_out()
    assert sheet.faults() == {}
    assert "Only the exact table was counted" in said
    assert "You got 1,900,000 riel and pay 2,000,000 riel in all. That is 100,000 riel more." in said


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([("15/1/2020", "")], {"row-1-amount"}),
        ([("", "5")], {"row-1-day"}),
        ([("15/1/2020", "1.5,0"), ("32/1/2020", "-5")], {"row-1-amount", "row-2-day"}),
        ([("15/1/2020", "1000"), ("15/2/2020", "1000")], {"table"}),
        ([("15/1/2020", "1000"), ("15/1/2020", "-1000")], {"table"}),
    ],
)
def test_a_fault_in_the_table_is_named_by_its_cell(sheet, rows, named):
    sheet.table(rows)
    assert sheet.work_out() == ""
    assert set(sheet.faults()) == named


def test_rows_copied_from_elsewhere_fill_the_table(sheet):
    sheet.tell()
    text = "15/1/2020\t1,900,000\n" + "\n".join(f"15/{month}/2020\t-200000" for month in range(2, 12))
    sheet.page.evaluate(
        """(text) => {
            const held = new DataTransfer();
            held.setData("text/plain", text);
            const event = new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true });
            document.getElementById("row-1-day").dispatchEvent(event);
        }""",
        text,
    )
    assert "1,900,000 រៀល" in sheet.work_out()
    assert sheet.page.locator("#rows .row").count() == 11


def test_a_result_goes_away_when_an_answer_changes_and_all_can_be_emptied(sheet):
    assert sheet.work_out(**FOUR) != ""
    sheet.tell(cash="1,800,000")
    assert sheet.said() == ""
    sheet.work_out()
    sheet.page.click("#clear")
    assert (sheet.said(), sheet.page.input_value("#cash"), sheet.text("#cash-echo")) == ("", "", "")


def test_flows_without_a_rate_get_a_sentence_and_no_number(sheet):
    sheet.speak("en")
    sheet.table([("1/1/2020", "-1000"), ("1/2/2020", "2300"), ("1/3/2020", "-1320")])
    assert "More than one rate fits these amounts" in sheet.work_out() or "No rate fits" in sheet.said()
    assert "a year" not in sheet.text("#result .cost")


def test_what_was_not_told_says_in_which_direction_it_moves_the_cost(sheet):
    sheet.speak("en")
    said = sheet.work_out(**FOUR)
    assert "Fees paid apart are not counted, since you told none. They would make the cost higher." in said
    assert "If some come back to you, the cost is lower than shown here." in said
    assert "It is a range because this is not known: the day you got the money and the last payment." in said
    said = sheet.work_out(saving="yes")
    assert "Cannot be told yet. Give:" in sheet.text(".card.demand")
    assert "how much was held back as savings" in sheet.text(".card.demand")


@pytest.mark.parametrize(
    ("cash", "payment", "word"),
    [
        ("1900000", "195000", "riel"),
        ("20000", "2000", "riel"),
        ("19900", "2000", "US dollar"),  # below any loan in riel
        ("1000", "98.33", "US dollar"),  # riel have no cents
        ("1900050", "195000", "US dollar"),  # riel go in hundreds
    ],
)
def test_until_a_currency_is_chosen_the_amounts_tell_it(sheet, cash, payment, word):
    sheet.speak("en")
    sheet.tell(cash=cash, payment=payment, count="12")
    assert sheet.text("#cash-echo").endswith(word)
    sheet.tell(currency="THB")
    assert sheet.text("#cash-echo").endswith("baht")


def test_cents_are_not_rounded_to_a_hundred(sheet):
    sheet.speak("en")
    said = sheet.work_out(cash="1000", payment="98.33", count="12")
    # 31.7096 % on calendar months by a spreadsheet's RATE(12,-98.33,1000)*12; days and the last cent move it by tenths.
    low, high = (float(text) for text in re.search(r"between ([0-9.]+) % and ([0-9.]+) % a year", said).groups())
    assert 31 < low < 31.7096 < high < 32.5
