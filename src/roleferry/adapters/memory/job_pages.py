"""Pages in a dictionary instead of the web: for trying things out without a network."""

from collections.abc import Mapping

from roleferry.domain.model.jobs.page import FetchedPosting, PageGone
from roleferry.ports.scraping import JobPages


class MemoryJobPages(JobPages):
    """Knows the pages it was given, and no other."""

    def __init__(self, pages: Mapping[str, FetchedPosting] | None = None) -> None:
        self._pages = dict(pages or {})

    async def fetch(self, url: str) -> FetchedPosting:
        page = self._pages.get(url)
        if page is None:
            raise PageGone("There is nothing at this address. Paste the text of the posting instead.", url=url)
        return page
