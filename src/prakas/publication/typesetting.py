"""Typesets pages for print: a template and its data in, a PDF out, with our font alone, so that every machine gives the same page."""

from __future__ import annotations

import json

import typst

from prakas.publication.fonts import font_folder


def typeset(template: str, content: object) -> bytes:
    """Return the PDF of a typst template of ours. It reads its content as JSON from ``sys.inputs.content``: data, never markup."""
    text = json.dumps(content, ensure_ascii=False)
    # No clock: the same content gives the same bytes.
    return bytes(
        typst.compile(  # type: ignore[misc]  # its stubs want template and folders of one type
            template.encode(),
            font_paths=[font_folder()],
            ignore_system_fonts=True,
            sys_inputs={"content": text},
            timestamp=0,
        )
    )
