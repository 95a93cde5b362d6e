from __future__ import annotations

import pytest

from roleferry.adapters.documents import DocumentReader
from roleferry.adapters.holiday_calendar import LibraryHolidayCalendar
from roleferry.adapters.mime import MimeComposer
from roleferry.adapters.places import load_gazetteer
from roleferry.adapters.stub_auth import StubAuthenticator
from roleferry.ports.auth import Authenticator
from roleferry.ports.holidays import HolidayCalendar
from roleferry.ports.mail import MailComposer
from roleferry.ports.places import Places
from roleferry.ports.resumes import ResumeReader
from tests.contracts.small import (
    AuthenticatorContract,
    HolidayCalendarContract,
    MailComposerContract,
    PlacesContract,
    ResumeReaderContract,
)


class TestStubAuthenticator(AuthenticatorContract):
    @pytest.fixture(params=[True, False], ids=["dev", "production"])
    def authenticator(self, request: pytest.FixtureRequest) -> Authenticator:
        return StubAuthenticator(dev=request.param)


class TestLibraryHolidayCalendar(HolidayCalendarContract):
    @pytest.fixture
    def calendar(self) -> HolidayCalendar:
        return LibraryHolidayCalendar()


class TestMimeComposer(MailComposerContract):
    @pytest.fixture
    def composer(self) -> MailComposer:
        return MimeComposer()


class TestGazetteer(PlacesContract):
    @pytest.fixture
    def places(self) -> Places:
        return load_gazetteer()


class TestDocumentReader(ResumeReaderContract):
    @pytest.fixture
    def reader(self) -> ResumeReader:
        return DocumentReader()
