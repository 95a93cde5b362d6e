from __future__ import annotations

from dataclasses import replace

import pytest

from roleferry.adapters.one_pager import PdfOnePager
from roleferry.domain.model.writing.draft import NothingToSay
from roleferry.domain.model.writing.one_page import one_page_of
from roleferry.ports.documents import OnePager
from tests.contracts.one_pager import OnePagerContract, read
from tests.unit.writing.people import a_full_context


class TestPdfOnePager(OnePagerContract):
    @pytest.fixture
    def one_pager(self) -> OnePager:
        return PdfOnePager()


async def test_the_page_quotes_advert_and_resume() -> None:
    context = a_full_context()
    page = one_page_of(context)
    assert [row.need for row in page.rows] == [pair.challenge for pair in context.pain_points]
    assert all(
        f"{row.answer}." in context.resume.raw_text or row.answer in context.resume.raw_text for row in page.rows
    )
    assert page.skills == ("Redis", "Kubernetes")
    assert "Migrated 38 services" in read(await PdfOnePager().make(page))[1]


def test_without_pain_points_there_is_no_page() -> None:
    with pytest.raises(NothingToSay, match="pain points with an answer"):
        one_page_of(replace(a_full_context(), pain_points=()))
