"""Ports with one or two promises each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from roleferry.domain.model.profile.document import Unreadable
from roleferry.domain.model.sending.header_values import HeaderInjection
from roleferry.ports.auth import Authenticator, Principal
from roleferry.ports.holidays import HolidayCalendar
from roleferry.ports.mail import MailComposer
from roleferry.ports.places import Places
from roleferry.ports.resumes import ResumeReader
from tests.contracts.mailer import a_mail


class AuthenticatorContract:
    @pytest.fixture
    def authenticator(self) -> Authenticator:
        raise NotImplementedError

    @pytest.mark.parametrize("headers", [{}, {"x-dev-user": "nobody"}, {"authorization": "Bearer \x00"}])
    async def test_answers_somebody_or_nobody_and_never_fails(
        self, authenticator: Authenticator, headers: dict[str, str]
    ) -> None:
        assert isinstance(await authenticator.authenticate(headers), Principal | None)

    async def test_a_caller_is_the_same_at_every_request(self, authenticator: Authenticator) -> None:
        assert await authenticator.authenticate({}) == await authenticator.authenticate({})


class HolidayCalendarContract:
    @pytest.fixture
    def calendar(self) -> HolidayCalendar:
        raise NotImplementedError

    def test_knows_christmas(self, calendar: HolidayCalendar) -> None:
        assert calendar.is_holiday("DE", date(2026, 12, 25))
        assert date(2026, 12, 25) in calendar.holidays("US", 2026)

    def test_of_an_unknown_country_it_knows_nothing_and_says_so(self, calendar: HolidayCalendar) -> None:
        for country in ("", "ZZ", "not a country"):
            assert not calendar.is_holiday(country, date(2026, 12, 25))
            assert calendar.holidays(country, 2026) == frozenset()

    def test_a_day_and_a_year_agree(self, calendar: HolidayCalendar) -> None:
        for country in ("GB", "JP", "BR"):
            assert all(calendar.is_holiday(country, day) for day in calendar.holidays(country, 2027))

    def test_a_zone_lies_in_one_country_or_none(self, calendar: HolidayCalendar) -> None:
        assert calendar.country_of("Asia/Tokyo") == "JP"
        assert calendar.country_of("UTC") is None
        assert calendar.country_of("Nowhere/At_All") is None


class MailComposerContract:
    @pytest.fixture
    def composer(self) -> MailComposer:
        raise NotImplementedError

    def test_ends_every_line_with_cr_and_lf(self, composer: MailComposer) -> None:
        mail = composer.compose(a_mail().message)
        assert mail.count(b"\n") == mail.count(b"\r\n") == mail.count(b"\r")
        assert all(len(line) <= 998 for line in mail.split(b"\r\n"))

    def test_the_same_mail_is_the_same_bytes(self, composer: MailComposer) -> None:
        message = a_mail().message
        assert composer.compose(message) == composer.compose(message)

    @pytest.mark.parametrize("field", ["subject", "from_name", "to_name", "message_id"])
    @pytest.mark.parametrize("tail", ["\r\nBcc: all@firm.example", "\nX: y", "\rX: y", "\x00x"])
    def test_refuses_what_could_begin_another_header(self, composer: MailComposer, field: str, tail: str) -> None:
        message = a_mail().message
        changed: dict[str, Any] = {field: f"words{tail}"}
        with pytest.raises(HeaderInjection):
            composer.compose(replace(message, **changed))


class PlacesContract:
    @pytest.fixture
    def places(self) -> Places:
        raise NotImplementedError

    def test_knows_a_town_in_its_country(self, places: Places) -> None:
        found = places.find("Porto, Portugal")
        assert found is not None
        assert found.country == "PT"

    @pytest.mark.parametrize("written", ["", "  ", "Nowhere At All", "\x00", "x" * 5000])
    def test_what_it_does_not_know_is_nowhere(self, places: Places, written: str) -> None:
        assert places.find(written) is None


class ResumeReaderContract:
    @pytest.fixture
    def reader(self) -> ResumeReader:
        raise NotImplementedError

    async def test_reads_plain_text_line_by_line(self, reader: ResumeReader) -> None:
        document = await reader.read(b"Ada Sample\n\nStaff Engineer, Harbour Systems\n", filename="resume.txt")
        lines = [line.text for line in document.lines]
        assert lines[0] == "Ada Sample"
        assert "Staff Engineer, Harbour Systems" in lines

    @pytest.mark.parametrize("data", [b"", b"   \n", b"\x00\x01\x02\xff" * 50, b"%PDF-1.7 and no more"])
    async def test_says_why_it_cannot_read_something_and_what_to_do(self, reader: ResumeReader, data: bytes) -> None:
        with pytest.raises(Unreadable) as refused:
            await reader.read(data, filename="resume.pdf")
        assert len(refused.value.detail.split()) > 4
