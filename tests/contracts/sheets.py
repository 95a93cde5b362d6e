"""What everybody who fetches shared tables promises."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from roleferry.domain.model.jobs.page import PageGone, PageNotAllowed
from roleferry.ports.scraping import Sheets

TABLE = "domain,company\r\nlantern.example,Lantern Pay\r\nmüller.example,Müller\r\n".encode()
NO_LINKS = (
    "",
    "not a link",
    "https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUv/edit",
    "https://docs.google.com.evil.example/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/edit",
    "http://127.0.0.1/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/edit",
    "file:///etc/passwd",
    "https://[::1",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A link to the table above, and one to a sheet that is gone."""

    sheets: Sheets
    link: str
    gone: str


class SheetsContract:
    """Subclasses give what is `shared`."""

    @pytest.fixture
    def shared(self) -> Shared:
        raise NotImplementedError

    async def test_a_table_comes_byte_for_byte_and_the_same_again(self, shared: Shared) -> None:
        assert await shared.sheets.fetch_csv(shared.link) == TABLE
        assert await shared.sheets.fetch_csv(shared.link) == TABLE

    async def test_what_is_gone_is_said_to_be_gone(self, shared: Shared) -> None:
        with pytest.raises(PageGone):
            await shared.sheets.fetch_csv(shared.gone)

    @pytest.mark.parametrize("link", NO_LINKS)
    async def test_what_is_no_link_to_a_sheet_is_refused_with_what_to_do(self, shared: Shared, link: str) -> None:
        with pytest.raises(PageNotAllowed) as refused:
            await shared.sheets.fetch_csv(link)
        assert "Share" in refused.value.detail
