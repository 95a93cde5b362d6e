"""From a real file to a résumé: what the layout says must survive the way."""

from __future__ import annotations

from datetime import date

from roleferry.adapters.documents import DocumentReader
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.profile.reading import read_resume
from roleferry.domain.model.profile.resume import Resume
from tests.integration.documents import pages
from tests.integration.documents.files import HEADING_STYLES, a_docx, a_pdf, p, table
from tests.unit.profile.reading_helpers import assert_literal


async def _read(data: bytes) -> Resume:
    document = await DocumentReader().read(data, filename="resume")
    resume = read_resume(document, vocabulary=load_vocabulary(), today=date(2026, 11, 1))
    assert_literal(resume)
    return resume


def _jobs(resume: Resume) -> list[tuple[str | None, str | None, int | None]]:
    return [(job.title, job.company, job.start.year if job.start else None) for job in resume.positions]


def _schools(resume: Resume) -> list[tuple[str | None, int | None]]:
    return [(course.institution, course.year) for course in resume.education]


def _who(resume: Resume) -> tuple[str | None, str | None, str | None]:
    found = (resume.name, resume.email, resume.phone)
    name, email, phone = (item.value if item else None for item in found)
    return name, email, phone


async def test_a_profile_exported_from_a_network() -> None:
    resume = await _read(a_pdf(pages.LINKEDIN))
    assert _who(resume) == ("Nadia Haddad", "nadia.haddad@example.com", "+1 (720) 555-0144")
    assert _jobs(resume) == [
        ("Supply Chain Director", "Larimer Foods", 2021),
        ("Supply Chain Manager", "Larimer Foods", 2018),
        ("Logistics Analyst", "Pikes Peak Dairy", 2014),
    ]
    assert _schools(resume) == [("Colorado State University", 2014)]
    assert [skill.written for skill in resume.skills if skill.listed] == ["Supply Chain", "Lean Manufacturing", "SAP"]


async def test_a_narrow_column_at_the_right() -> None:
    resume = await _read(a_pdf(pages.RIGHT_SIDEBAR))
    assert _who(resume) == ("Bram de Vries", "bram@example.nl", "+31 6 1234 5678")
    assert _jobs(resume) == [("Front-end Developer", "Tulp Media", 2019), ("Web Developer", "Windmolen BV", 2016)]
    assert _schools(resume) == [("Universiteit Utrecht", 2016)]
    assert [skill.written for skill in resume.skills if skill.listed] == [
        "React",
        "TypeScript",
        "CSS",
        "Node.js",
        "Jest",
    ]


async def test_dates_and_headings_in_a_column_at_the_left() -> None:
    resume = await _read(a_pdf(pages.DATES_IN_THE_LEFT_COLUMN))
    assert _who(resume) == ("Aino Korhonen", "aino.korhonen@example.fi", "+358 50 555 0123")
    assert _jobs(resume) == [
        ("Senior Geologist", "Pohjola Mining", 2020),
        ("Geologist", "Karhu Minerals", 2016),
        ("Field Assistant", "Saimaa Survey", 2014),
    ]
    assert _schools(resume) == [("University of Oulu", 2014)]


async def test_two_columns_of_one_width() -> None:
    resume = await _read(a_pdf(pages.TWO_EQUAL_COLUMNS))
    assert _who(resume) == ("MATEO RIVAS", "mateo.rivas@example.es", "+34 612 345 678")
    assert _jobs(resume) == [("Hotel Manager", "Hotel Mirador", 2017), ("Front Desk Manager", "Costa Suites", 2012)]
    assert _schools(resume) == [("Universidad de Alicante", 2010)]


async def test_a_column_that_goes_on_over_the_page() -> None:
    resume = await _read(a_pdf(pages.LEFT_SIDEBAR_OVER_TWO_PAGES))
    assert _who(resume) == ("YUSUF DEMIR", "yusuf.demir@example.com.tr", "+90 532 555 0199")
    assert _jobs(resume) == [
        ("Mechanical Engineer", "Ege Makina A.S.", 2018),
        ("Design Engineer", "Anka Otomotiv", 2014),
        ("Intern", "Karya Enerji", 2013),
    ]
    assert _schools(resume) == [("Ege University", 2013)]
    assert "Wrote the fatigue tests." in [bullet.value for bullet in resume.positions[1].bullets]


async def test_dates_companies_and_towns_stacked_at_the_left() -> None:
    resume = await _read(a_pdf(pages.DATES_STACKED_ON_PLACES))
    assert _who(resume) == ("OMAR FAROUK", "omar.farouk@example.ae", "+971 50 555 0123")
    assert _jobs(resume) == [
        ("Maintenance Planner", "Gulf Air Services", 2018),
        ("Aircraft Technician", "Nile Aviation", 2013),
    ]
    assert "Cut ground time by 12%." in [bullet.value for bullet in resume.positions[0].bullets]
    assert _schools(resume) == [("Cairo University", 2013)]


async def test_a_name_set_large_over_the_second_column() -> None:
    resume = await _read(a_pdf(pages.NAME_AT_THE_RIGHT))
    assert _who(resume) == ("CARLA MENDES", "carla@example.pt", "+351 910 000 111")
    assert _jobs(resume) == [("Data Scientist", "Tejo Insurance", 2019), ("Data Analyst", "Atlantico Retail", 2016)]
    assert _schools(resume) == [("Universidade de Lisboa", 2016), ("Universidade do Porto", 2014)]


async def test_a_docx_laid_out_as_one_table() -> None:
    side = (
        p("CONTACT", bold=True, size=24)
        + p("lea.roux@example.fr")
        + p("06 12 34 56 78")
        + p("SKILLS", bold=True, size=24)
    )
    side += p("Figma") + p("Illustrator")
    main = p("EXPERIENCE", bold=True, size=24) + p("Graphic Designer, Atelier Lune\t2019 - Present", bold=True)
    main += p("Drew the posters of three festivals.", listed=True) + p("EDUCATION", bold=True, size=24)
    main += p("Bachelor of Arts, École Estienne, 2018")
    resume = await _read(a_docx(p("LÉA ROUX", bold=True, size=44) + table([[side, main]]), styles=HEADING_STYLES))
    assert _who(resume) == ("LÉA ROUX", "lea.roux@example.fr", "06 12 34 56 78")
    assert _jobs(resume) == [("Graphic Designer", "Atelier Lune", 2019)]
    assert _schools(resume) == [("École Estienne", 2018)]
    assert [skill.written for skill in resume.skills if skill.listed] == ["Figma", "Illustrator"]


async def test_a_docx_with_dates_in_a_table_and_the_name_in_its_header() -> None:
    payroll = p("Payroll Officer") + p("Baltic Steel, Riga") + p("Pay 900 people.", listed=True)
    jobs = table([[p("2017 - present"), payroll], [p("2013 - 2017"), p("Clerk") + p("Daugava Port, Riga")]])
    body = p("Work experience", style="Heading1") + jobs + p("Education", style="Heading1")
    body += table([[p("2010 - 2013"), p("Diploma in Accounting") + p("Riga Technical College")]])
    header = p("Ilze Ozola") + p("ilze@example.lv | +371 2612 3456")
    resume = await _read(a_docx(body, styles=HEADING_STYLES, header=header))
    assert _who(resume) == ("Ilze Ozola", "ilze@example.lv", "+371 2612 3456")
    assert _jobs(resume) == [("Payroll Officer", "Baltic Steel", 2017), ("Clerk", "Daugava Port", 2013)]
    assert _schools(resume) == [("Riga Technical College", 2013)]
