"""The small CSV file of ``prakas rate``: what it may look like, what it says, and one sentence for each thing wrong with it."""

import io
import json
import re
import sys
from decimal import Decimal

import pytest

from prakas.errors import FilingError
from prakas.facts.conventions import Flow
from prakas.facts.rate_file import rate_json, read_flows

GOOD = "amount,on\n1000,2024-01-01\n-1100,2024-12-31\n"


def written(folder, content):
    file = folder / "flows.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        GOOD.rstrip("\n"),
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\n\n"),
        GOOD + " , \n",
        'On, AMOUNT ,note\n2024-12-31,-1100,last\n2024-01-01,"1000",\n',
        "amount,on\n1000.000000000000000000000001,2024-01-01\n-1.1e3,2024-12-31\n-1E-24,2024-01-01\n",
        "amount,years\n+1000,0\n-1100.,1.000\n",
        "amount,years\n-1100,.5\n1000,-0.5\n",
    ],
)
def test_a_file_is_read_in_any_of_these_forms(content, tmp_path):
    said = json.loads(rate_json(written(tmp_path, content), "actual-365"), parse_float=Decimal)
    assert (said["effective_percent"], said["status"], said["convention"]) == (Decimal("10.000000000"), "ok", "actual-365")
    assert said["nominal_percent"] == Decimal("9.568968515")
    assert said["flows"] in {2, 3}


def test_every_decimal_of_an_amount_is_kept(tmp_path):
    amount = "333.270304021620000000000000000000000000000001"
    assert read_flows(written(tmp_path, f"amount,years\n{amount},0\n")) == [Flow(Decimal(amount), years=Decimal(0))]


def test_the_answer_is_one_line_of_json_with_nine_decimals(tmp_path):
    assert rate_json(written(tmp_path, GOOD), "actual-365") == (
        '{"effective_percent": 10.000000000, "nominal_percent": 9.568968515, "status": "ok", "convention": "actual-365", "flows": 2}'
    )


def test_without_a_rate_the_percentages_are_null(tmp_path):
    said = json.loads(rate_json(written(tmp_path, "amount,years\n1,0\n1,1\n"), "eu-apr"))
    assert said == {"effective_percent": None, "nominal_percent": None, "status": "none", "convention": "eu-apr", "flows": 2}


def test_with_several_rates_they_are_listed_and_none_is_the_rate(tmp_path):
    said = json.loads(rate_json(written(tmp_path, "amount,years\n-1600,0\n10000,1\n-10000,2\n"), "actual-365"))
    assert (said["status"], said["effective_percent"], said["nominal_percent"]) == ("several", None, None)
    assert [one["effective_percent"] for one in said["candidates"]] == [25, 400]


def test_a_dash_is_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert len(read_flows("-")) == 2


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("", "line 1: the header"),
        ("\n", "line 1: the header"),
        ("amount\n5\n", "line 1: the header"),
        ("amount,on,years\n5,2024-01-01,0\n", "line 1: the header"),
        ("amount,amount,on\n5,5,2024-01-01\n", "line 1: the header"),
        ("amount;on\n5;2024-01-01\n", "line 1: the header"),
        ("1000,2024-01-01\n-1100,2024-12-31\n", "line 1: the header"),
        ("amount,on\n", "no flow below its header"),
        (GOOD + "7777 7,2024-01-01\n", "line 4, column amount"),
        (GOOD + '"7,777",2024-01-01\n', "line 4, column amount"),
        (GOOD + "7777x,2024-01-01\n", "line 4, column amount"),
        (GOOD + "nan,2024-01-01\n", "line 4, column amount"),
        (GOOD + "7777e999999999,2024-01-01\n", "line 4, column amount"),
        (GOOD + "7777e20,2024-01-01\n", "line 4, column amount"),
        (GOOD + ",2024-01-01\n", "line 4, column amount"),
        (GOOD + "7777\n", "line 4, column on"),
        (GOOD + "5,7777-02-30\n", "line 4, column on"),
        (GOOD + "5,77770101\n", "line 4, column on"),
        (GOOD + "\n5,01/01/7777\n", "line 5, column on"),
        ("amount,years\n5,7777\n", "line 2, column years"),
        ("amount,years\n5,1/12\n", "line 2, column years"),
        (GOOD + '"7777,2024-01-01\n', "line 4"),
        (GOOD.encode() + b"\xff\xfe7777,2024-01-01\n", "line 4: this is not UTF-8"),
        (b"PK\x03\x04\x00\x00\xff7777", "not UTF-8"),
        ("amount,on\n7777\x00,2024-01-01\n", "line 2"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_place_and_without_its_value(content, place, tmp_path):
    with pytest.raises(FilingError) as refused:
        rate_json(written(tmp_path, content), "us-reg-z")
    message = str(refused.value)
    assert place in message
    assert "7777" not in message
    assert str(tmp_path) not in message
    assert re.search(r"\. (Write|Save|Check|Without) ", message)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(FilingError, match="cannot be read"):
            read_flows(path)


def test_an_unknown_convention_is_refused_with_the_three_names(tmp_path):
    with pytest.raises(FilingError, match="actual-365, us-reg-z, eu-apr"):
        rate_json(written(tmp_path, GOOD), "flat")
