from __future__ import annotations

import pytest

from roleferry.adapters.direct_http import GoogleSheets
from roleferry.domain.model.jobs.page import PageError, PageRefused, PageUnreadable
from tests.contracts.sheets import TABLE, Shared, SheetsContract
from tests.contracts.web import CLIENT, SITE_FAILS, says_what_to_do
from tests.doubles.http import Answer, VendorDouble, answer_text

_CSV = {"Content-Type": "text/csv; charset=utf-8"}
_SHEET, _GONE = "1AbCdEfGhIjKlMnOpQrStUv", "2AbCdEfGhIjKlMnOpQrStUv"
_EXPORT = f"/spreadsheets/d/{_SHEET}/export"


class TestGoogleSheets(SheetsContract):
    @pytest.fixture
    def shared(self, vendor_double: VendorDouble) -> Shared:
        vendor_double.on("GET", _EXPORT, Answer(body=TABLE, headers=_CSV))
        vendor_double.on("GET", f"/spreadsheets/d/{_GONE}/export", answer_text("", status=404))
        link = "https://docs.google.com/spreadsheets/d/{}/edit#gid=7"
        sheets = GoogleSheets(client=CLIENT, base_url=vendor_double.url)
        return Shared(sheets=sheets, link=link.format(_SHEET), gone=link.format(_GONE))

    async def test_asks_for_the_tab_of_the_link(self, shared: Shared, vendor_double: VendorDouble) -> None:
        await shared.sheets.fetch_csv(shared.link)
        assert vendor_double.requests[0].query == {"format": ["csv"], "gid": ["7"]}

    @SITE_FAILS
    async def test_a_failing_site_is_named_and_says_what_to_do(
        self, shared: Shared, vendor_double: VendorDouble, answer: Answer, error: type[PageError]
    ) -> None:
        vendor_double.on("GET", _EXPORT, answer)
        vendor_double.on("GET", "/round", answer)
        with pytest.raises(error) as refused:
            await shared.sheets.fetch_csv(shared.link)
        assert says_what_to_do(refused.value)

    @pytest.mark.parametrize(
        ("answer", "error"),
        [
            (answer_text("<h1>Sign in</h1>"), PageRefused),
            (Answer(status=302, headers={"Location": "https://accounts.example/"}), PageRefused),
            (Answer(body=b" \r\n", headers=_CSV), PageUnreadable),
            (Answer(body=b"x" * (10 * 1024 * 1024 + 1), headers=_CSV), PageUnreadable),
        ],
        ids=["sign-in page", "elsewhere", "empty", "too big"],
    )
    async def test_what_is_no_shared_table_is_not_taken_for_one(
        self, shared: Shared, vendor_double: VendorDouble, answer: Answer, error: type[PageError]
    ) -> None:
        vendor_double.on("GET", _EXPORT, answer)
        with pytest.raises(error):
            await shared.sheets.fetch_csv(shared.link)
