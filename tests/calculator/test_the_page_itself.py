"""The page stands alone, is small, keeps and sends nothing, and can be used by keyboard, on a small phone, in both languages."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from fontTools.ttLib import TTFont

from prakas.__main__ import app
from prakas.publication import calculator, write_calculator
from prakas.publication.fonts import font_file, font_folder, web_font
from tests.calculator.sheet import FOUR
from tests.house.repository import PACKAGE

BOTH = ["km", "en"]
EXACT = {**FOUR, "received": "15/1/2020", "last": "195000", "signed": "2000000", "fee": "20000", "stated": "1.5"}


def start(sheet):
    """As it opens."""


def opened(sheet):
    sheet.tell(saving="yes", saving_back="day")


def result(sheet):
    sheet.work_out(**FOUR)


def exact(sheet):
    sheet.work_out(**EXACT, saving="no", lender="microfinance")
    sheet.tell()


def fault(sheet):
    sheet.work_out(cash="1,5", payment="abc", received="31/2/2020")


STATES = [start, opened, result, exact, fault]


def keys(words, prefix=""):
    for key, value in words.items():
        if isinstance(value, dict):
            yield from keys(value, f"{prefix}{key}.")
        else:
            places = re.findall(r"{(\w+)}", value) if isinstance(value, str) else [len(value)]
            yield prefix + key, tuple(sorted(map(str, places)))


def test_both_languages_have_the_same_words_with_the_same_places_to_fill():
    folder = PACKAGE / "publication" / "calculator" / "words"
    english, khmer = (dict(keys(yaml.safe_load((folder / f"{code}.yaml").read_text("utf-8")))) for code in ("en", "km"))
    assert english == khmer


def test_every_word_is_used_and_every_word_asked_for_is_there():
    folder = PACKAGE / "publication" / "calculator"
    asked = "".join(path.read_text("utf-8") for path in [*folder.glob("*.js"), folder / "calculator.html"])
    top = yaml.safe_load((folder / "words" / "en.yaml").read_text("utf-8"))
    stems = ("every_", "per_", "lender_", "saving_", "no_rate_", "working_clock_", "table_row_", "missing", "moves", "verdict")
    unused = [key for key in top if not re.search(rf"""["'.]{key}\b""", asked) and not key.startswith(stems)]
    assert unused == []


def test_the_page_is_below_150_kb_without_its_font(file):
    text = file.read_text("utf-8")
    font = re.search(r"base64,[^\"]+", text).group()
    assert len(font) > 30_000
    assert len(text.encode()) - len(font) < 150_000


def test_the_same_day_and_law_give_the_same_bytes(file, tmp_path):
    write_calculator(tmp_path / "again.html", date(2026, 11, 22))
    assert (tmp_path / "again.html").read_bytes() == file.read_bytes()
    write_calculator(tmp_path / "later.html", date(2026, 11, 23))
    assert (tmp_path / "later.html").read_bytes() != file.read_bytes()


def test_the_font_is_cut_from_the_one_file_that_typesetters_get_whole():
    assert web_font()[:4] == b"wOF2"
    assert 20_000 < len(web_font()) < 60_000
    assert font_file().parent == font_folder()
    assert [path.suffix for path in font_folder().iterdir()] == [".ttf"]


def test_every_letter_of_the_page_is_in_the_font_that_it_carries(file):
    has = set(TTFont(BytesIO(web_font())).getBestCmap())
    folder = PACKAGE / "publication" / "calculator" / "words"
    needed = {ord(letter) for path in folder.iterdir() for letter in path.read_text("utf-8")} - {10}
    assert {chr(one) for one in needed - has} == set()


# ------------------------------------------------------------------------------------------------------ keeps and sends nothing


def test_the_policy_lets_nothing_in_and_nothing_out(file):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', file.read_text("utf-8")).group(1).replace("&#39;", "'")
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert (rules["font-src"], rules["form-action"], rules["base-uri"]) == ("data:", "'none'", "'none'")
    assert all(one.startswith("'sha256-") for name in ("script-src", "style-src") for one in rules[name].split())
    assert set(rules) == {"default-src", "script-src", "style-src", "font-src", "img-src", "base-uri", "form-action"}


def test_no_request_leaves_the_page_and_nothing_is_stored(page, file, sheet):
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.reload()
    for state in STATES:
        state(sheet)
        sheet.speak("en")
        page.click("#clear")
    assert page.asked == []
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert said == []  # the policy has nothing to complain of either
    kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length, location.search, location.hash]")
    assert kept == ["", 0, 0, "", ""]


def test_a_request_would_be_stopped_by_the_page_itself(page, sheet):
    stopped = page.evaluate("fetch('https://example.org/').then(() => 'sent', () => 'stopped')")
    assert (stopped, page.asked) == ("stopped", [])


def test_the_script_asks_for_no_way_out_or_to_keep(file):
    script = re.findall(r"<script>(.*?)</script>", file.read_text("utf-8"), re.DOTALL)
    assert len(script) == 1
    words = r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|localStorage|sessionStorage|indexedDB|cookie|import|eval|Date)\b"
    assert re.findall(words, script[0]) == []
    assert re.findall(r"\?\.|\?\?|innerHTML", script[0]) == []  # an old phone's browser knows neither of the first two


# ---------------------------------------------------------------------------------------------------------------- everybody


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_no_barrier(sheet, language, state):
    sheet.speak(language)
    state(sheet)
    found = Axe().run(sheet.page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


# Whatever juts out of the window, or of a box that does not let it show.
CUT = """() => [...document.querySelectorAll("body *")].filter((node) => {
    const box = node.getBoundingClientRect();
    const isText = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    const isCut = node instanceof HTMLElement && node.scrollWidth > node.clientWidth + 1 && isText && getComputedStyle(node).display !== "inline";
    return box.width && (box.right > innerWidth + 0.5 || box.left < -0.5 || isCut) && node.tagName !== "OPTION";
}).map((node) => `${node.tagName} ${node.id || node.textContent.slice(0, 40)}`)"""


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_on_360_pixels_nothing_is_cut_and_nothing_scrolls_sideways(sheet, language, state):
    sheet.speak(language)
    state(sheet)
    assert sheet.page.evaluate("document.documentElement.scrollWidth") == 360
    assert sheet.page.evaluate(CUT) == []


@pytest.mark.parametrize("language", BOTH)
def test_large_sums_fit_a_small_phone(sheet, language):
    sheet.speak(language)
    sheet.work_out(cash="987,654,321", payment="98,765,432", count="12", received="15/12/2020", signed="999,999,999")
    sheet.tell()
    assert sheet.page.evaluate("document.documentElement.scrollWidth") == 360
    assert sheet.page.evaluate(CUT) == []


def test_the_keyboard_alone_fills_in_works_out_and_reads(sheet):
    page = sheet.page

    def focused():
        return page.evaluate("document.activeElement.id || document.activeElement.tagName")

    def go_to(name):
        for _ in range(40):
            if focused() == name:
                return
            page.keyboard.press("Tab")
        raise AssertionError(name)

    go_to("speak-en")
    page.keyboard.press("Enter")
    for name, value in FOUR.items():
        go_to(name)
        page.keyboard.type(value)
    go_to("every")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # opens what may be told beside
    go_to("received")
    page.keyboard.type("15/1/2020")
    page.keyboard.press("Enter")  # and sends the form
    assert focused() == "result-heading"
    assert "This loan costs" in sheet.said()
    for part in ("interest", "working", "told"):
        for _ in range(10):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.parentElement.id") == part:
                break
        page.keyboard.press("Space")
        assert page.evaluate("(id) => document.getElementById(id).open", part)


def test_the_picture_has_a_title_live_words_and_says_what_it_shows(sheet):
    sheet.speak("en")
    sheet.work_out(**EXACT, saving="no")
    svg = sheet.page.locator("#result svg")
    assert svg.get_attribute("role") == "img"
    assert sheet.text("#picture-title").startswith("Picture")
    assert re.fullmatch(r"With everything: [\d.]+ %\. By the contract: [\d.]+ %\. Ceiling: 18 %\.", sheet.text("#picture-said"))
    assert "ceiling 18 %" in svg.text_content().replace("\u00a0", " ")


def test_the_page_opens_in_khmer_and_speaks_english_too(sheet):
    assert sheet.page.get_attribute("html", "lang") == "km"
    assert sheet.text("h1") == "តើកម្ចីនេះថ្លៃប៉ុន្មាន?"
    khmer = sheet.work_out(**FOUR)
    sheet.speak("en")
    english = sheet.said()
    assert sheet.page.get_attribute("html", "lang") == "en"
    assert not any("ក" <= letter <= "៿" for letter in english)
    assert re.findall(r"\d+\.\d\d %", khmer) == re.findall(r"\d+\.\d\d %", english)


def test_the_working_can_be_redone_from_what_is_printed(sheet):
    sheet.speak("en")
    sheet.work_out(**EXACT, saving="no", currency="USD")
    rate = float(re.search(r"Rate of one month: ([\d.]+) %", sheet.text("#working")).group(1)) / 100
    cells = [
        [cell.text_content().replace(",", "") for cell in row.locator("th, td").all()]
        for row in sheet.page.locator("#working tbody tr").all()
    ]
    worth = [float(amount) / (1 + rate) ** float(months) for months, amount, _, _ in cells]
    assert len(cells) == 13
    assert [float(one[3]) for one in cells] == pytest.approx(worth, rel=2e-5)
    assert sum(worth) == pytest.approx(0, abs=25)  # of 2 million: the months are printed to four decimals
    owed = [row.locator("td").nth(2).text_content() for row in sheet.page.locator("#interest tbody tr").all()]
    assert owed[-1] == "0"


def test_the_command_writes_the_file_and_prints_its_path(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app(["calculator", "page.html", "--date", "2026-11-22"], standalone_mode=False)
    assert capsys.readouterr().out == "page.html\n"
    assert (tmp_path / "page.html").read_text("utf-8") == calculator.calculator_page(date(2026, 11, 22))
