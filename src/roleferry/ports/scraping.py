"""Reading postings and lists from addresses that people give."""

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.jobs.page import FetchedPosting


class JobPages(Protocol):
    """Fetch a posting from its address."""

    @abstractmethod
    async def fetch(self, url: str) -> FetchedPosting:
        """
        Return the posting's text, with the fields its source gives.

        Raises:
            PageNotAllowed: not a public web address.
            PageRefused: the site does not show it to us; the person can paste the text.
            PageGone: there is nothing there any more.
            PageUnreadable: it is no readable page, or too big, or empty without a browser.
            PageUnavailable: the site does not answer now.
        """


class Sheets(Protocol):
    """Fetch a shared table from its link."""

    @abstractmethod
    async def fetch_csv(self, link: str) -> bytes:
        """
        Return the table as CSV (UTF-8, at most 10 MB).

        Raises:
            PageNotAllowed: not a link to a Google Sheet.
            PageRefused: the sheet is not shared with everybody who has the link.
            PageGone: there is no such sheet.
            PageUnreadable: too big, or no table.
            PageUnavailable: the site does not answer now.
        """
