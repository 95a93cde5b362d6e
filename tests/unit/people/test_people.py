"""Levels, addresses, zones, companies and leads: the rules without a database."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.holiday_calendar import LibraryHolidayCalendar
from roleferry.adapters.mock_vendors import MockEnrichment, MockSearch
from roleferry.adapters.places import load_gazetteer
from roleferry.domain.model.ids import CompanyId, ContactId, UserId
from roleferry.domain.model.people.company import Company, CompanyDetails, CompanyInvalid, Findings, name_key
from roleferry.domain.model.people.contact import Contact, ContactInvalid, ZoneSource
from roleferry.domain.model.people.editing import edited
from roleferry.domain.model.people.fact import KnownFact, claimable
from roleferry.domain.model.people.lead import LeadInvalid, domain_of, objection
from roleferry.domain.model.people.level import level_of
from roleferry.domain.model.people.verification import Verification
from roleferry.domain.model.people.whereabouts import located
from roleferry.domain.model.sending.gate_facts import Verdict

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CALENDAR = LibraryHolidayCalendar()


def a_contact(**fields: object) -> Contact:
    blank = Contact(id=ContactId(uuid4()), user_id=UserId(uuid4()), full_name="Grace Sample", created_at=NOW)
    return edited(blank, fields)


def a_company(name: str = "Harbour") -> Company:
    new_id = CompanyId(uuid4())
    return Company(id=new_id, user_id=UserId(uuid4()), name=name, name_key=name_key(name), created_at=NOW)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Technical Recruiter", "recruiter"),
        ("VP Talent Acquisition", "recruiter"),
        ("Talent Partner", "recruiter"),
        ("HR Business Partner", "recruiter"),
        ("CEO", "executive"),
        ("Chief Financial Officer", "executive"),
        ("Co-Founder & CTO", "executive"),
        ("SVP Engineering", "executive"),
        ("Managing Director", "executive"),
        ("Executive Assistant to the CEO", "peer"),
        ("Head of Platform", "line_manager"),
        ("Engineering Manager", "line_manager"),
        ("Director of Nursing", "line_manager"),
        ("Team Lead", "line_manager"),
        ("Product Manager", "peer"),
        ("Product Owner", "peer"),
        ("Lead Engineer", "peer"),
        ("Staff Engineer", "peer"),
        ("Surgeon", "peer"),
    ],
)
def test_a_title_says_whom_it_is(title: str, level: str) -> None:
    assert level_of(title) == level


def test_without_a_title_there_is_no_level() -> None:
    assert level_of(None) is None
    assert level_of("  ") is None


@pytest.mark.parametrize(
    ("written", "zone", "country"),
    [
        ("Porto, Portugal", "Europe/Lisbon", "PT"),
        ("Greater Boston Area", "America/New_York", "US"),
        ("Paris, Texas", None, "US"),
        ("Paris, France", "Europe/Paris", "FR"),
        ("Atlanta, Georgia", "America/New_York", "US"),
        ("Tbilisi, Georgia", "Asia/Tbilisi", "GE"),
        ("Remote - Germany", "Europe/Berlin", "DE"),
        ("LA", "America/Los_Angeles", "US"),
        ("United States", None, "US"),
    ],
)
def test_a_place_says_its_zone_when_it_has_one(written: str, zone: str | None, country: str) -> None:
    place = load_gazetteer().find(written)
    assert place is not None
    assert (place.timezone, place.country) == (zone, country)


@pytest.mark.parametrize("written", ["", "Nowhere", "Georgia", "CA", "???", "the moon, sea of tranquility"])
def test_an_unknown_place_says_nothing(written: str) -> None:
    assert load_gazetteer().find(written) is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_no_name_of_a_place_or_title_crashes(text: str) -> None:
    place = load_gazetteer().find(text)
    assert place is None or place.country
    assert level_of(text) is None or text.strip()


def test_a_location_never_takes_the_zone_of_headquarters_abroad() -> None:
    canada = load_gazetteer().find("Canada")
    there = located(
        a_contact(location="Canada"), place=canada, company_zone="Europe/Berlin", country_of=CALENDAR.country_of
    )
    assert (there.timezone, there.country) == (None, "CA")
    here = located(a_contact(), place=None, company_zone="Europe/Berlin", country_of=CALENDAR.country_of)
    assert (here.timezone, here.timezone_source, here.country) == ("Europe/Berlin", ZoneSource.COMPANY, "DE")


def test_another_address_loses_its_verification_and_another_case_does_not() -> None:
    verdict = Verification(verdict=Verdict.VALID, provider="mock", at=NOW)
    contact = a_contact(email="grace@x.test", verification=verdict)
    assert edited(contact, {"email": "Grace@X.test"}).verification == verdict
    assert edited(contact, {"email": "g@x.test"}).verification is None
    assert edited(contact, {"email": None}).verification is None


def test_every_wrong_field_is_named_at_once() -> None:
    with pytest.raises(ContactInvalid) as refused:
        a_contact(email="x", timezone="Mars/Base", linkedin_url="https://x.test", full_name="Gr\u202eace")
    assert [error.path for error in refused.value.errors] == ["email", "timezone", "linkedin_url", "full_name"]


def test_linkedin_addresses_have_one_form() -> None:
    contact = a_contact(linkedin_url="linkedin.com/in/grace-sample/?utm=1")
    assert contact.linkedin_url == "https://linkedin.com/in/grace-sample"


def test_samples_are_never_claimed_and_what_a_person_says_is_never_overwritten() -> None:
    company = a_company().told({"about": "Mine."})
    found = Findings(source="mock", details=CompanyDetails(about="Sample", tagline="Sample"))
    after = company.researched(found, at=NOW)
    assert (after.details.about, after.details.tagline) == ("Mine.", "Sample")
    assert (after.claimable.about, after.claimable.tagline) == ("Mine.", None)
    facts = (KnownFact(text="a"), KnownFact(text="b", source="mock"))
    assert claimable(facts) == facts[:1]


@pytest.mark.parametrize("name", ["", "  ", "!!!", "—"])
def test_a_company_needs_a_name(name: str) -> None:
    with pytest.raises(CompanyInvalid):
        name_key(name)


@pytest.mark.parametrize(
    ("written", "domain"),
    [
        ("https://www.Harbour.com/about?x=1", "harbour.com"),
        ("grace@harbour.com", "harbour.com"),
        ("WWW.harbour.com.", "harbour.com"),
        ("harbour.com:8080/x", "harbour.com"),
        ("münchen.de", "xn--mnchen-3ya.de"),
    ],
)
def test_a_domain_is_read_from_whatever_is_written(written: str, domain: str) -> None:
    assert domain_of(written) == domain


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_no_domain_crashes(text: str) -> None:
    try:
        assert objection(domain_of(text)) is None or True
    except LeadInvalid:
        return


async def test_simulated_vendors_say_the_same_twice_and_name_nobody_twice() -> None:
    first = await MockSearch().company("Harbour", domain=None)
    assert first == await MockSearch().company("Harbour", domain=None)
    people = await MockEnrichment().people_at("Harbour", domain=None, titles=(), limit=25)
    assert people == await MockEnrichment().people_at("Harbour", domain=None, titles=(), limit=25)
    assert len({person.email for person in people}) == 25
