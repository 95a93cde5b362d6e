"""A whole advert, pasted in every habit."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.jobs.page import FetchedPosting
from roleferry.domain.model.jobs.posting import Line, Need, Posting, Requirement, Seniority, WorkMode
from roleferry.domain.model.jobs.reading import label_lines, read_fetched, read_posting
from tests.unit.jobs.lines import ALL
from tests.unit.jobs.words import WORDS

_TODAY = date(2026, 11, 22)
_ADVERT = """Senior Backend Engineer (m/f/d)
Acme Robotics GmbH · Berlin, Germany (Hybrid)
Posted 3 days ago · Full-time · €70.000 – €90.000 per year

About Acme
Acme Robotics is a leading maker of warehouse robots. We are 300 people in 4 offices.

In this role you will:
• Own the order-routing service end to end and cut its p99 latency
• Mentor two junior engineers
• Other duties as assigned

What you bring
- 5+ years of experience with Python or Go
- PostgreSQL and Kafka; Kubernetes is a plus
- Bachelor's degree in Computer Science or equivalent
- Excellent communication skills

We'd love it if you
- have contributed to open source

What's in it for you
- 30 days of holiday
- Company pension

We are an equal opportunity employer and do not discriminate on the basis of race.
"""


def _read(text: str) -> Posting:
    return read_posting(text, vocabulary=WORDS, today=_TODAY)


def _texts(lines: Sequence[Line | Requirement]) -> list[str]:
    return [line.text for line in lines]


def test_the_head_of_an_advert_is_read() -> None:
    posting = _read(_ADVERT)
    assert posting.title == "Senior Backend Engineer"
    assert posting.company == "Acme Robotics GmbH"
    assert posting.location == "Berlin, Germany"
    assert posting.work_mode is WorkMode.HYBRID
    assert posting.employment_type == "full_time"
    assert posting.seniority is Seniority.SENIOR
    assert posting.years_required == 5
    assert posting.posted_at == date(2026, 11, 19)
    assert posting.salary is not None
    assert (posting.salary.minimum, posting.salary.maximum, posting.salary.currency) == (
        Decimal(70000),
        Decimal(90000),
        "EUR",
    )
    assert not posting.thin


def test_duties_and_requirements_are_apart_and_so_are_must_and_nice() -> None:
    posting = _read(_ADVERT)
    assert _texts(posting.responsibilities) == [
        "Own the order-routing service end to end and cut its p99 latency",
        "Mentor two junior engineers",
        "Other duties as assigned",
    ]
    assert [(asked.text[:20], asked.need) for asked in posting.requirements] == [
        ("5+ years of experien", Need.MUST),
        ("PostgreSQL and Kafka", Need.MUST),
        ("Bachelor's degree in", Need.MUST),
        ("Excellent communicat", Need.MUST),
        ("have contributed to ", Need.NICE),
    ]
    needs = {skill.name: skill.need for skill in posting.skills}
    assert needs["Kafka"] is Need.MUST
    assert needs["Kubernetes"] is Need.NICE


def test_benefits_are_benefits_and_pain_points_are_duties_that_say_something() -> None:
    posting = _read(_ADVERT)
    assert _texts(posting.benefits) == ["30 days of holiday", "Company pension"]
    assert _texts(posting.pain_points) == _texts(posting.responsibilities)[:2]
    assert "Mentor two junior engineers" in _texts(posting.buckets.leadership)
    assert "Excellent communication skills" in _texts(posting.buckets.communication)


@pytest.mark.parametrize(
    ("text", "title", "company", "location"),
    [
        (
            ("Product Designer\nBrightside Health\nLondon, England, United Kingdom (On-site)\n2 weeks ago"),
            "Product Designer",
            "Brightside Health",
            "London, England, United Kingdom",
        ),
        (
            "Acme Corp is hiring a Staff Machine Learning Engineer in Austin, TX",
            "Staff Machine Learning Engineer",
            "Acme Corp",
            "Austin, TX",
        ),
        (
            "Data Analyst at Northwind Traders - Manchester\nSalary: £30k - £35k",
            "Data Analyst",
            "Northwind Traders",
            "Manchester",
        ),
        (
            "Company: Globex\nJob Title: Marketing Manager\nLocation: Remote (US)",
            "Marketing Manager",
            "Globex",
            "US",
        ),
        (
            ("Job Title: Registered Nurse\nSt. Mary's Hospital\nBoston, MA\n\nDuties: Administer medication"),
            "Registered Nurse",
            "St. Mary's Hospital",
            "Boston, MA",
        ),
        (
            (
                "We're looking for a Senior Data Engineer to join us.\n\nAt Initech we process payroll. "
                "Initech is based in Denver."
            ),
            "Senior Data Engineer",
            "Initech",
            None,
        ),
        ("Initech | Senior Frontend Engineer | Berlin | Full-time", "Senior Frontend Engineer", "Initech", "Berlin"),
        (
            "Hooli\nSoftware Engineer II, Payments\nSan Francisco, CA or Remote",
            "Software Engineer II, Payments",
            "Hooli",
            "San Francisco, CA",
        ),
        (
            "# Backend Developer (m/w/d)\n\n**Umbrella GmbH** – München\n\n## Deine Aufgaben",
            "Backend Developer",
            "Umbrella GmbH",
            "München",
        ),
        (
            "Paris\nChef de Partie\nLe Petit Bistro\n\nYou will prepare menus.",
            "Chef de Partie",
            "Le Petit Bistro",
            "Paris",
        ),
        (
            "Head of Sales, EMEA - Stripe-like fintech\nLondon\n\nThe role\nLead the team",
            "Head of Sales, EMEA",
            None,
            "London",
        ),
        (
            "About Pied Piper\n\nJoin Pied Piper!\n\nThe Role: Senior Rust Engineer",
            "Senior Rust Engineer",
            "Pied Piper",
            None,
        ),
        (
            "Senior Accountant\nFull-time\nChicago, IL\nVandelay Industries\nApply now",
            "Senior Accountant",
            "Vandelay Industries",
            "Chicago, IL",
        ),
        ("We do things.\nApply today.", None, None, None),
    ],
)
def test_title_company_and_place_are_never_taken_for_one_another(
    text: str, title: str | None, company: str | None, location: str | None
) -> None:
    posting = _read(text)
    assert (posting.title, posting.company, posting.location) == (title, company, location)


@pytest.mark.parametrize(
    ("duties", "asked", "wished"),
    [
        ("Responsibilities", "Requirements", "Nice to have"),
        ("RESPONSIBILITIES:", "REQUIREMENTS:", "BONUS POINTS:"),
        ("## What you'll do", "## Who you are", "## Bonus points if you have"),
        ("**Your mission**", "**Your profile**", "**It's a plus if**"),
        ("In this role, you will:", "You have:", "We'd love it if you have:"),
        ("What you’ll be doing…", "What we’re looking for", "Extra credit"),
        ("Key duties & responsibilities", "Minimum qualifications", "Preferred qualifications"),
        ("As an engineer at Acme you will", "To be successful you will need:", "Even better if you have:"),
        ("Your day-to-day", "What it takes", "Desirable"),
        ("How you'll make an impact", "You might be a good fit if you", "Any of these will increase your chances:"),
        ("🚀 The job", "🎓 Skills & experience", "✨ Nice-to-haves"),
    ],
)
def test_a_heading_of_any_style_says_what_follows(duties: str, asked: str, wished: str) -> None:
    text = (
        f"{duties}\n- weekly sprint demos\n- the release train\n\n{asked}\n- spreadsheets\n- "
        f"typography\n\n{wished}\n- calligraphy\n- juggling\n"
    )
    posting = _read(text)
    assert _texts(posting.responsibilities) == ["weekly sprint demos", "the release train"]
    assert [(line.text, line.need) for line in posting.requirements] == [
        ("spreadsheets", Need.MUST),
        ("typography", Need.MUST),
        ("calligraphy", Need.NICE),
        ("juggling", Need.NICE),
    ]


def test_prose_without_headings_is_told_apart_by_its_words() -> None:
    posting = _read(
        "You will design the pipelines that feed our reports. You will also lead the migration to the new warehouse. "
        "You have five years of experience with SQL and you are comfortable with ambiguity. "
        "We offer a competitive salary and private health insurance. We are an equal opportunity employer."
    )
    assert len(posting.responsibilities) == 2
    assert len(posting.requirements) == 1
    assert len(posting.benefits) == 1
    assert posting.years_required == 5


def test_an_advert_pasted_as_one_line_is_cut_at_its_headings() -> None:
    posting = _read(
        "Key Responsibilities: Design and build services for our warehouses. Mentor new colleagues every week. "
        "Requirements: At least 3 years of Python in production. Preferred Qualifications: Experience with Kafka. "
        "Benefits: 25 days of holiday and a pension."
    )
    assert _texts(posting.responsibilities)[0].startswith("Design and build")
    assert [line.need for line in posting.requirements] == [Need.MUST, Need.NICE]
    assert _texts(posting.benefits) == ["25 days of holiday and a pension."]


def test_an_advert_in_plain_paragraphs_is_read_sentence_by_sentence() -> None:
    posting = _read(
        "Customer Success Manager\nLumen Analytics | New York, NY\n$95,000–$115,000 + equity\n\n"
        "Lumen Analytics helps hospitals understand their data. Founded in 2016, we're a team of 120.\n\n"
        "In this role you'll own a portfolio of 30 hospital accounts and work with product to shape the roadmap. "
        "Our churn doubled last year, and we need someone to bring it back under 5%.\n\n"
        "You have 3+ years in account management, ideally in healthcare. Experience with Gainsight is a plus.\n\n"
        "We offer health insurance and 20 days of PTO. Lumen is an equal opportunity employer."
    )
    assert [text[:30] for text in _texts(posting.responsibilities)] == ["In this role you'll own a port"]
    assert [asked.need for asked in posting.requirements] == [Need.MUST, Need.NICE]
    assert _texts(posting.benefits) == ["We offer health insurance and 20 days of PTO."]
    assert [text[:17] for text in _texts(posting.pain_points)] == ["In this role you'", "Our churn doubled"]


def test_lines_broken_by_a_mail_program_are_read_as_one() -> None:
    posting = _read(
        "What you will do:\n\n"
        "* Own the order-routing service from end to end, together with the\n  two teams that depend on it\n"
        "* Cut the time it takes to onboard a new warehouse from six weeks to\n  less than one\n"
        "* Write documentation that lets our partners integrate without having to\n  ask us anything\n\n"
        "What you bring:\n\n"
        "* At least five years of experience with Python and relational databases in\n  production\n"
    )
    assert [" ".join(text.split()) for text in _texts(posting.responsibilities)] == [
        "Own the order-routing service from end to end, together with the two teams that depend on it",
        "Cut the time it takes to onboard a new warehouse from six weeks to less than one",
        "Write documentation that lets our partners integrate without having to ask us anything",
    ]
    assert len(posting.requirements) == 1
    _assert_literal(posting)


def test_praise_and_law_after_the_requirements_are_not_asked_for() -> None:
    posting = _read(
        "Requirements\n- 3 years of Python\n- SQL\n\nAcme is a global leader in scissors with "
        "offices in 12 countries.\n"
        "We strive to build lasting relationships with our customers.\n"
        "All qualified applicants will receive consideration without regard to race or religion.\n"
        "We offer private health insurance and 25 days of annual leave."
    )
    assert _texts(posting.requirements) == ["3 years of Python", "SQL"]
    assert posting.pain_points == ()


def test_goals_are_pain_points_and_boilerplate_never_is() -> None:
    posting = _read(
        "The challenge\n- Our checkout loses a third of its visitors on phones\n\n"
        "Responsibilities\n- Rebuild the mobile checkout\n- Other duties as assigned\n\n"
        "Benefits\n- Improve yourself with a training budget\n\nEqual opportunity\n- We manage diversity with care\n"
    )
    assert _texts(posting.pain_points) == [
        "Our checkout loses a third of its visitors on phones",
        "Rebuild the mobile checkout",
    ]


@pytest.mark.parametrize("text", ["", "   \n\n", "Engineer wanted", "\x00", "Call us!"])
def test_too_little_is_said_to_be_thin(text: str) -> None:
    posting = _read(text)
    assert posting.thin
    assert posting.raw_text == text


def test_what_the_source_said_in_fields_wins_over_the_text() -> None:
    page = FetchedPosting(
        text=_ADVERT,
        canonical_url="https://x.example/1",
        source="lever",
        title="Data Analyst",
        company="Globex",
        work_mode=WorkMode.REMOTE,
    )
    posting = read_fetched(page, vocabulary=WORDS, today=_TODAY)
    assert (posting.title, posting.company, posting.work_mode) == ("Data Analyst", "Globex", WorkMode.REMOTE)
    assert posting.seniority is Seniority.IC
    assert posting.location == "Berlin, Germany"


_HEADINGS = ("Responsibilities", "Requirements:", "NICE TO HAVE", "What we offer", "About us", "How to apply", "")
_MARKS = ("- ", "• ", "* ", "1. ", "", "\t", "  ", "|", "** ")
_LINES = st.lists(
    st.one_of(
        st.sampled_from([line for line, _ in ALL]),
        st.sampled_from(_HEADINGS),
        st.text(max_size=80),
        st.tuples(st.sampled_from(_MARKS), st.sampled_from([line for line, _ in ALL])).map("".join),
    ),
    max_size=25,
)


def _assert_literal(posting: Posting) -> None:
    buckets = posting.buckets
    quoted: list[Line | Requirement] = [
        *posting.responsibilities,
        *posting.requirements,
        *posting.benefits,
        *posting.pain_points,
        *buckets.ownership,
        *buckets.leadership,
        *buckets.technical_depth,
        *buckets.communication,
    ]
    for line in quoted:
        assert line.span.of(posting.raw_text) == line.text
        assert line.text.strip()
    for skill in posting.skills:
        assert skill.span.of(posting.raw_text) == skill.written


@given(_LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", " ", "\u2028"]))
@settings(max_examples=150, deadline=None)
def test_every_quoted_line_stands_literally_in_the_text(lines: list[str], newline: str) -> None:
    posting = _read(newline.join(lines))
    _assert_literal(posting)
    told = {line.span for line in posting.responsibilities}
    assert not told & {asked.span for asked in posting.requirements}
    assert {line.span for line in posting.pain_points}.isdisjoint(asked.span for asked in posting.requirements)


@given(st.text(max_size=2000))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    _assert_literal(_read(text))
    assert "".join(line.text for line, _ in label_lines(text)).split() == "".join(_shown(text)).split()


def _shown(text: str) -> list[str]:
    return [line.text for line, _ in label_lines(text)]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "\n",
        "- ",
        "• a ",
        "(",
        "A. ",
        "Requirements: ",
        "You will ",
        "\x00",
        "\ud800",
        "\u202e",
        "$1,",
        "e.g. ",
        "a;",
        "Skills - A ",
        "**",
        "#",
        "In ",
        "at Acme ",
        "Acme is a ",
        "1. ",
    ],
)
def test_a_megabyte_of_anything_is_read_in_bounded_time(unit: str) -> None:
    _assert_literal(_read(unit * (1_000_000 // len(unit))))


def test_reading_twice_gives_the_same() -> None:
    assert _read(_ADVERT) == _read(_ADVERT)


def test_a_name_and_its_place_on_one_line_are_two_things() -> None:
    posting = read_posting(
        "Senior Backend Engineer\nAcme Robotics, Lisbon (hybrid)\n\n"
        "What you will do\n- Cut the latency of our checkout\n\nWhat we ask for\n- 5+ years of Python\n",
        vocabulary=WORDS,
        today=_TODAY,
    )
    assert (posting.title, posting.company) == ("Senior Backend Engineer", "Acme Robotics")
    assert (posting.location, posting.work_mode) == ("Lisbon", WorkMode.HYBRID)
    assert [line.text for line in posting.responsibilities] == ["Cut the latency of our checkout"]
    assert [line.text for line in posting.requirements] == ["5+ years of Python"]
