"""What everybody who fetches postings promises: the text that stands there, or an error that says what to do."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from roleferry.domain.model.jobs.page import PageError, PageGone
from roleferry.ports.scraping import JobPages

TITLE = "Backend Engineer"
TEXT = """You will own the order service and cut its latency.
You will work with Python, PostgreSQL and Kafka every day.
We ask for five years of experience and give thirty days of holiday.
You will be one of six engineers and report to the head of engineering."""
"""An advert that says nothing of pay, place or age."""
NO_ADDRESSES = (
    "",
    "not an address",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "ftp://jobs.example/1",
    "http://user:secret@jobs.example/1",
    "http://jobs.example/\x00",
    "http://[::1",
    "http://" + "x" * 5_000,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the advert above stands, and where nothing stands any more."""

    pages: JobPages
    posting: str
    gone: str


class JobPagesContract:
    """Subclasses give a `site`."""

    @pytest.fixture
    def site(self) -> Site:
        raise NotImplementedError

    async def test_a_posting_comes_as_it_stands_there_and_the_same_again(self, site: Site) -> None:
        page = await site.pages.fetch(site.posting)
        assert all(line in page.text for line in TEXT.splitlines())
        assert "<" not in page.text
        assert page.source
        assert page == await site.pages.fetch(site.posting)

    async def test_what_is_not_said_there_is_not_made_up(self, site: Site) -> None:
        page = await site.pages.fetch(site.posting)
        assert (page.company, page.location, page.salary, page.posted_at) == (None, None, None, None)
        assert (page.expires_at, page.employment_type, page.work_mode) == (None, None, None)

    async def test_what_is_gone_is_said_to_be_gone(self, site: Site) -> None:
        with pytest.raises(PageGone) as refused:
            await site.pages.fetch(site.gone)
        assert len(refused.value.detail.split()) > 4

    @pytest.mark.parametrize("url", NO_ADDRESSES)
    async def test_what_is_no_public_address_is_refused_with_what_to_do(self, site: Site, url: str) -> None:
        with pytest.raises(PageError) as refused:
            await site.pages.fetch(url)
        assert "paste" in refused.value.detail.lower()
