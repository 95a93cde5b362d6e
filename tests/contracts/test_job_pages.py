from __future__ import annotations

from html import escape

import pytest

from roleferry.adapters.direct_http import DirectJobPages, GuardedClient
from roleferry.adapters.memory.job_pages import MemoryJobPages
from roleferry.domain.model.jobs.boards import Board
from roleferry.domain.model.jobs.page import FetchedPosting, PageError, PageNotAllowed, PageRefused, PageUnavailable
from tests.contracts.job_pages import TEXT, TITLE, JobPagesContract, Site
from tests.contracts.web import CLIENT, SITE_FAILS, says_what_to_do
from tests.doubles.http import (
    Answer,
    Failure,
    VendorDouble,
    answer_json,
    answer_text,
    failing,
    rate_limited,
    server_error,
)

_HTML = "".join(f"<p>{escape(line)}</p>" for line in TEXT.splitlines())
_BOARD = "https://boards.greenhouse.io/acme/jobs/"


class TestMemoryJobPages(JobPagesContract):
    @pytest.fixture
    def site(self) -> Site:
        url = "https://jobs.example/1"
        page = FetchedPosting(text=TEXT, canonical_url=url, source="page", title=TITLE)
        return Site(pages=MemoryJobPages({url: page}), posting=url, gone="https://jobs.example/2")


class TestDirectJobPagesOnAPage(JobPagesContract):
    @pytest.fixture
    def site(self, vendor_double: VendorDouble) -> Site:
        html = f"<html><head><title>{TITLE}</title></head><body><main>{_HTML}</main></body></html>"
        vendor_double.on("GET", "/jobs/1", answer_text(html))
        vendor_double.on("GET", "/jobs/2", answer_text("", status=410))
        pages = DirectJobPages(client=CLIENT)
        return Site(pages=pages, posting=f"{vendor_double.url}/jobs/1", gone=f"{vendor_double.url}/jobs/2")

    @SITE_FAILS
    async def test_a_failing_site_is_named_and_says_what_to_do(
        self, site: Site, vendor_double: VendorDouble, answer: Answer, error: type[PageError]
    ) -> None:
        vendor_double.on("GET", "/jobs/1", answer)
        vendor_double.on("GET", "/round", answer)
        with pytest.raises(error) as refused:
            await site.pages.fetch(site.posting)
        assert says_what_to_do(refused.value)

    async def test_an_inner_address_is_not_asked(self, vendor_double: VendorDouble) -> None:
        with pytest.raises(PageNotAllowed) as refused:
            await DirectJobPages(client=GuardedClient()).fetch(f"{vendor_double.url}/jobs/1")
        assert says_what_to_do(refused.value)
        assert not vendor_double.requests


class TestDirectJobPagesOnABoard(JobPagesContract):
    @pytest.fixture
    def site(self, vendor_double: VendorDouble) -> Site:
        job = {"id": 1, "title": TITLE, "absolute_url": f"{_BOARD}1", "content": escape(_HTML)}
        vendor_double.on("GET", "/v1/boards/acme/jobs/1", answer_json(job))
        vendor_double.on("GET", "/v1/boards/acme/jobs/2", answer_json({"error": "Job not found"}, status=404))
        pages = DirectJobPages(client=CLIENT, base_urls=dict.fromkeys(Board, vendor_double.url))
        return Site(pages=pages, posting=f"{_BOARD}1", gone=f"{_BOARD}2")

    @pytest.mark.parametrize(
        ("answer", "error"),
        [
            (answer_text("", status=403), PageRefused),
            (Answer(status=302, headers={"Location": "/elsewhere"}), PageRefused),
            (rate_limited(), PageUnavailable),
            (server_error(), PageUnavailable),
            (failing(Failure.BREAKS_OFF), PageUnavailable),
        ],
        ids=["403", "elsewhere", "429", "500", "breaks off"],
    )
    async def test_a_failing_board_is_named_and_says_what_to_do(
        self, site: Site, vendor_double: VendorDouble, answer: Answer, error: type[PageError]
    ) -> None:
        vendor_double.on("GET", "/v1/boards/acme/jobs/1", answer)
        with pytest.raises(error) as refused:
            await site.pages.fetch(site.posting)
        assert says_what_to_do(refused.value)
