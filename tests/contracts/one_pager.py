from __future__ import annotations

from typing import Any

import pypdfium2
import pytest

from roleferry.domain.model.writing.one_page import OnePage, Row
from roleferry.ports.documents import MadeDocument, OnePager

ROWS = (
    Row(need="Shorten our month-end close", answer="Cut the monthly close from 11 to 5 working days", metric="11 to 5"),
    Row(need="Own budgeting across five sites", answer="Budgeted for 7 plants"),
)


def a_page(**changes: Any) -> OnePage:
    given: dict[str, Any] = {
        "name": "Jónas Wéber",
        "role": "Finance Manager, Hollin & Sons",
        "for_whom": "Head of Finance at Copperline",
        "rows": ROWS,
        "skills": ("SAP", "Excel"),
        "reach": ("jonas@example.org", "https://example.org/jonas"),
    }
    return OnePage(**(given | changes))


def read(document: MadeDocument) -> tuple[int, str]:
    """Return how many pages there are and what the first says, in one line."""
    pdf = pypdfium2.PdfDocument(document.data)
    try:
        text_page = pdf[0].get_textpage()
        text = " ".join(text_page.get_text_range().split())
        text_page.close()
        return len(pdf), text
    finally:
        pdf.close()


class OnePagerContract:
    @pytest.fixture
    def one_pager(self) -> OnePager:
        raise NotImplementedError

    async def test_puts_every_word_on_one_page(self, one_pager: OnePager) -> None:
        page = a_page()
        document = await one_pager.make(page)
        count, text = read(document)
        assert count == 1
        assert document.left_out == ()
        for words in (
            page.name,
            page.for_whom,
            *page.reach,
            *(row.need for row in ROWS),
            *(row.answer for row in ROWS),
        ):
            assert all(word in text for word in words.split())

    async def test_says_what_does_not_fit(self, one_pager: OnePager) -> None:
        rows = tuple(Row(need=f"Need {place} " + "word " * 90, answer="Done " * 90) for place in range(6))
        document = await one_pager.make(a_page(rows=rows))
        count, text = read(document)
        assert count == 1
        assert "Need 0" in text
        assert any("did not fit" in said for said in document.left_out)

    async def test_says_which_characters_it_cannot_print(self, one_pager: OnePager) -> None:
        document = await one_pager.make(a_page(name="Jonas 山田", for_whom="Head\x00 of\u2028 Finance 🚀"))
        count, text = read(document)
        assert count == 1
        assert "Jonas" in text
        assert any("山" in said and "🚀" in said for said in document.left_out)

    @pytest.mark.parametrize(
        "word", ["x" * 3_000, "W" * 500, "a b " * 2_000, "", "{{ x }}", "<b>&amp;</b>", "\\x00 %s (y"]
    )
    async def test_takes_any_words(self, one_pager: OnePager, word: str) -> None:
        rows = (Row(need=word or "-", answer=word or "-", metric=word),)
        document = await one_pager.make(
            a_page(name=word or "N", role=word, for_whom=word, rows=rows, skills=(word,), reach=(word,))
        )
        assert read(document)[0] == 1

    async def test_makes_the_same_bytes_from_the_same_words(self, one_pager: OnePager) -> None:
        assert (await one_pager.make(a_page())).data == (await one_pager.make(a_page())).data
