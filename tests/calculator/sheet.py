"""What a person does with the page: fill in, choose, work out, read."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

CHOICES = {"every", "currency", "stated_per", "lender", "saving", "saving_back"}
FOUR = {"cash": "1,900,000", "payment": "195000", "count": "12"}


class Sheet:
    """The page with what was typed into it."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        page.goto(file.as_uri())

    def tell(self, **answers: str) -> None:
        """Type answers and choose, all parts open."""
        self.page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        for name, value in answers.items():
            if name in CHOICES:
                self.page.select_option(f"#{name}", value)
            else:
                self.page.fill(f"#{name}", value)

    def table(self, rows: list[tuple[str, str]]) -> None:
        """Fill in the exact table through its inputs, as many rows as are needed."""
        self.page.evaluate(
            """(rows) => {
                document.querySelectorAll("details").forEach((part) => { part.open = true; });
                const type = (id, text) => {
                    const input = document.getElementById(id);
                    input.value = text;
                };
                rows.forEach((row, k) => {
                    if (!document.getElementById(`row-${k + 1}-day`)) { document.getElementById("add-row").click(); }
                    type(`row-${k + 1}-day`, row[0]);
                    type(`row-${k + 1}-amount`, row[1]);
                });
                document.getElementById("row-1-day").dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            rows,
        )

    def work_out(self, **answers: str) -> str:
        """Tell, press the button, and return what the page says of it; empty where it says nothing."""
        self.tell(**answers)
        self.page.click("#work-out")
        return self.said()

    def said(self) -> str:
        """Return the words of the result."""
        hidden = self.page.get_attribute("#result", "hidden") is not None
        return "" if hidden else self.text("#result")

    def text(self, selector: str) -> str:
        """Return the words of a part, parts that are closed too."""
        return " ".join((self.page.text_content(selector) or "").replace("\u00a0", " ").split())

    def speak(self, language: str) -> None:
        self.page.click(f"#speak-{language}")

    def faults(self) -> dict[str, str]:
        """Return the sentence beside each field that has one."""
        return self.page.evaluate(
            """Object.fromEntries([...document.querySelectorAll("form .fault:not([hidden])")].map(
                (place) => [place.id.replace("-fault", ""), place.textContent]))"""
        )
