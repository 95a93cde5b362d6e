"""Postings by address, over real HTTP: the six boards, JSON-LD, plain pages, shared sheets."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roleferry.adapters.direct_http import DirectJobPages, GoogleSheets, GuardedClient, Limits, csv_url
from roleferry.domain.model.jobs.boards import Board
from roleferry.domain.model.jobs.page import (
    FetchedPosting,
    PageGone,
    PageNotAllowed,
    PageRefused,
    PageUnavailable,
    PageUnreadable,
)
from roleferry.domain.model.jobs.posting import Salary, WorkMode
from tests.doubles.http import (
    Answer,
    VendorDouble,
    answer_json,
    answer_text,
    server_error,
    truncated_json,
    wrong_schema,
)
from tests.integration.direct_http import boards
from tests.integration.direct_http.boards import UUID

_CLIENT = GuardedClient(allow_loopback=True, limits=Limits(seconds=5))
_POSTINGS = {
    "https://boards.greenhouse.io/acme/jobs/127817?gh_src=x": ("/v1/boards/acme/jobs/127817", boards.GREENHOUSE),
    f"https://jobs.lever.co/acme/{UUID}/apply": (f"/v0/postings/acme/{UUID}", boards.LEVER),
    f"https://jobs.ashbyhq.com/acme/{UUID}": ("/posting-api/job-board/acme", boards.ASHBY),
    "https://apply.workable.com/acme/j/A1B2C3D4E5/": ("/api/v1/widget/accounts/acme", boards.WORKABLE),
    "https://jobs.smartrecruiters.com/Acme/743999-backend-engineer": (
        "/v1/companies/Acme/postings/743999",
        boards.SMARTRECRUITERS,
    ),
    "https://acme.recruitee.com/o/backend-engineer": ("/api/offers/", boards.RECRUITEE),
}


def _pages(double: VendorDouble) -> DirectJobPages:
    return DirectJobPages(client=_CLIENT, base_urls=dict.fromkeys(Board, double.url))


async def _fetch(double: VendorDouble, url: str) -> FetchedPosting:
    path, answer = _POSTINGS[url]
    double.on("GET", path, answer_json(answer))
    return await _pages(double).fetch(url)


def _yearly(low: int, high: int, currency: str) -> Salary:
    return Salary(minimum=Decimal(low), maximum=Decimal(high), currency=currency, period="year")


@pytest.mark.parametrize("url", _POSTINGS)
async def test_a_posting_comes_from_its_boards_own_data(vendor_double: VendorDouble, url: str) -> None:
    page = await _fetch(vendor_double, url)
    assert page.title == "Backend Engineer"
    assert len(page.text) > 20
    assert "<" not in page.text
    assert page.canonical_url.startswith("https://")
    assert len(vendor_double.requests) == 1


async def test_greenhouse_says_pay_place_and_age(vendor_double: VendorDouble) -> None:
    page = await _fetch(vendor_double, "https://boards.greenhouse.io/acme/jobs/127817?gh_src=x")
    assert page == FetchedPosting(
        text="We build & ship.\n\nRequirements\n- Python",
        canonical_url="https://boards.greenhouse.io/acme/jobs/127817",
        source="greenhouse",
        external_id="127817",
        title="Backend Engineer",
        company="Acme",
        location="Austin, TX, United States",
        salary=_yearly(140000, 170000, "USD"),
        posted_at=date(2026, 11, 1),
        work_mode=WorkMode.HYBRID,
    )


async def test_what_lever_asks_for_comes_from_its_lists(vendor_double: VendorDouble) -> None:
    page = await _fetch(vendor_double, f"https://jobs.lever.co/acme/{UUID}/apply")
    assert page.text == "We build things that last.\n\nRequirements\n- Python\n- SQL"
    assert (page.location, page.employment_type, page.work_mode) == ("Austin", "full_time", WorkMode.HYBRID)
    assert page.salary == _yearly(140000, 170000, "USD")
    assert page.posted_at == date(2026, 11, 4)


async def test_ashbys_workplace_wins_over_its_remote_flag(vendor_double: VendorDouble) -> None:
    page = await _fetch(vendor_double, f"https://jobs.ashbyhq.com/acme/{UUID}")
    assert page.work_mode is WorkMode.HYBRID
    assert page.text == "What you will do\n- Own the order service\n- Cut its latency"
    assert page.salary == _yearly(140000, 170000, "USD")


async def test_the_other_boards_say_company_place_and_mode(vendor_double: VendorDouble) -> None:
    workable = await _fetch(vendor_double, "https://apply.workable.com/acme/j/A1B2C3D4E5/")
    assert (workable.company, workable.location, workable.work_mode) == (
        "Acme",
        "Athens, Attica, Greece",
        WorkMode.REMOTE,
    )
    smart = await _fetch(vendor_double, "https://jobs.smartrecruiters.com/Acme/743999-backend-engineer")
    assert (smart.company, smart.location, smart.work_mode) == ("Acme", "Austin, TX, United States", WorkMode.HYBRID)
    assert "Qualifications\n- 5+ years of Python" in smart.text
    recruitee = await _fetch(vendor_double, "https://acme.recruitee.com/o/backend-engineer")
    assert (recruitee.employment_type, recruitee.salary) == ("full_time", _yearly(60000, 75000, "EUR"))


async def test_a_posting_that_left_its_board_is_gone(vendor_double: VendorDouble) -> None:
    vendor_double.on(
        "GET", "/v1/boards/acme/jobs/127817", answer_json({"status": 404, "error": "Job not found"}, status=404)
    )
    vendor_double.on("GET", "/posting-api/job-board/acme", answer_json({"jobs": []}))
    vendor_double.on("GET", "/api/v1/widget/accounts/acme", answer_json({"jobs": []}))
    vendor_double.on("GET", "/api/offers/", answer_json({"offers": []}))
    for url in (
        "boards.greenhouse.io/acme/jobs/127817",
        f"jobs.ashbyhq.com/acme/{UUID}",
        "apply.workable.com/acme/j/A1B2C3D4E5",
        "acme.recruitee.com/o/x",
    ):
        with pytest.raises(PageGone):
            await _pages(vendor_double).fetch(f"https://{url}")


async def test_an_ashby_posting_that_is_unlisted_is_gone(vendor_double: VendorDouble) -> None:
    hidden = {"jobs": [{**boards.ASHBY["jobs"][1], "isListed": False}]}
    vendor_double.on("GET", "/posting-api/job-board/acme", answer_json(hidden))
    with pytest.raises(PageGone):
        await _pages(vendor_double).fetch(f"https://jobs.ashbyhq.com/acme/{UUID}")


async def test_a_board_that_fails_is_unavailable(vendor_double: VendorDouble) -> None:
    vendor_double.on("GET", "/v1/boards/acme/jobs/127817", server_error(502))
    with pytest.raises(PageUnavailable):
        await _pages(vendor_double).fetch("https://boards.greenhouse.io/acme/jobs/127817")


@pytest.mark.parametrize("answer", [wrong_schema(), truncated_json(boards.GREENHOUSE), answer_text("<p>no JSON</p>")])
async def test_a_board_that_answers_oddly_is_read_from_its_page_instead(
    vendor_double: VendorDouble, answer: Answer
) -> None:
    vendor_double.on("GET", "/v1/boards/acme/jobs/127817", answer)

    async def nowhere(_host: str, _port: int) -> tuple[str, ...]:
        return ("127.0.0.1",) if _host == "127.0.0.1" else ()

    pages = DirectJobPages(
        client=GuardedClient(allow_loopback=True, resolver=nowhere), base_urls={Board.GREENHOUSE: vendor_double.url}
    )
    with pytest.raises(PageUnavailable):
        await pages.fetch("https://boards.greenhouse.io/acme/jobs/127817")
    assert len(vendor_double.requests) == 1


async def test_a_board_shown_inside_a_companys_own_page_is_asked_itself(vendor_double: VendorDouble) -> None:
    script = '<script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>'
    vendor_double.on("GET", "/careers", answer_text(f"<html><body>{script}</body></html>"))
    vendor_double.on("GET", "/v1/boards/acme/jobs/127817", answer_json(boards.GREENHOUSE))
    page = await _pages(vendor_double).fetch(f"{vendor_double.url}/careers?gh_jid=127817")
    assert (page.source, page.title) == ("greenhouse", "Backend Engineer")
    assert page.canonical_url == "https://boards.greenhouse.io/acme/jobs/127817"


async def test_a_page_whose_embedded_board_fails_is_read_itself(vendor_double: VendorDouble) -> None:
    script = '<script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>'
    vendor_double.on(
        "GET", "/careers", answer_text(f"<body>{script}<h1>Cook</h1><p>{'You will cook for us. ' * 20}</p></body>")
    )
    vendor_double.on("GET", "/v1/boards/acme/jobs/127817", server_error())
    page = await _pages(vendor_double).fetch(f"{vendor_double.url}/careers?gh_jid=127817")
    assert (page.source, page.title) == ("page", "Cook")


def _with_json_ld(*documents: object, body: str = "<p>menu</p>") -> Answer:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(document)}</script>' for document in documents)
    return answer_text(f"<html><head>{scripts}</head><body>{body}</body></html>")


_JSON_LD: dict[str, Any] = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Backend Engineer",
    "description": "&lt;p&gt;We build.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Own it&lt;/li&gt;&lt;/ul&gt;",
    "datePosted": "2026-11-01",
    "validThrough": "2026-12-31T23:59",
    "employmentType": ["FULL_TIME", "CONTRACTOR"],
    "hiringOrganization": {"@type": "Organization", "name": "Acme &amp; Sons", "sameAs": "https://acme.example"},
    "jobLocation": {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Austin",
            "addressRegion": "TX",
            "addressCountry": {"name": "US"},
        },
    },
    "jobLocationType": "TELECOMMUTE",
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 140000, "maxValue": "170000", "unitText": "YEAR"},
    },
}


@pytest.mark.parametrize(
    "documents",
    [
        (_JSON_LD,),
        ([{"@type": "Organization"}, _JSON_LD],),
        ({"@graph": [{"@type": "WebSite"}, {**_JSON_LD, "@type": ["JobPosting", "Thing"]}]},),
        ({"@type": "BreadcrumbList"}, _JSON_LD),
    ],
)
async def test_a_page_that_declares_its_posting_is_read_from_the_declaration(
    vendor_double: VendorDouble, documents: tuple[object, ...]
) -> None:
    vendor_double.on("GET", "/careers/1", _with_json_ld(*documents))
    page = await _pages(vendor_double).fetch(f"{vendor_double.url}/careers/1?utm_source=x")
    assert (page.title, page.company, page.location) == ("Backend Engineer", "Acme & Sons", "Austin, TX, US")
    assert (page.text, page.source) == ("We build.\n- Own it", "json_ld")
    assert page.salary == _yearly(140000, 170000, "USD")
    assert (page.posted_at, page.expires_at) == (date(2026, 11, 1), date(2026, 12, 31))
    assert (page.employment_type, page.work_mode) == ("full_time", WorkMode.REMOTE)


@pytest.mark.parametrize(
    "broken",
    [
        {
            "@type": "JobPosting",
            "description": ["<p>one thing</p>"],
            "baseSalary": 0,
            "jobLocation": [],
            "hiringOrganization": [],
        },
        {
            "@type": "JobPosting",
            "description": "do the work",
            "baseSalary": {"value": {"value": "a lot"}},
            "datePosted": "soon",
            "jobLocation": "Berlin",
        },
        {
            "@type": "JobPosting",
            "description": "do the work",
            "employmentType": [None, 3],
            "identifier": 5,
            "validThrough": 12,
        },
    ],
)
async def test_odd_declarations_give_what_they_have_and_nothing_else(
    vendor_double: VendorDouble, broken: object
) -> None:
    vendor_double.on("GET", "/careers/1", _with_json_ld(broken))
    page = await _pages(vendor_double).fetch(f"{vendor_double.url}/careers/1")
    assert page.text
    assert (page.salary, page.employment_type, page.posted_at) == (None, None, None)


async def test_a_declaration_with_trailing_commas_and_line_breaks_is_read(vendor_double: VendorDouble) -> None:
    script = '{"@type": "JobPosting", "title": "Cook",\n "description": "Cook\nwell", }'
    vendor_double.on("GET", "/1", answer_text(f'<script type="application/ld+json">{script}</script>'))
    assert (await _pages(vendor_double).fetch(f"{vendor_double.url}/1")).title == "Cook"


_PAGE = """<html><head><title>Careers</title><style>p{}</style><script>var x = "evil";</script></head><body>
<nav><a href="/">Home</a> Menu</nav><header><a>Logo</a></header>
<div id="job"><h1>Backend&nbsp;Engineer</h1><p>Acme is looking for an engineer<br>in Austin.</p>
<h2>What you will do</h2><ul><li>Own the <b>order service</b></li><li><p>Cut its latency</p></li></ul>
<h2>Requirements</h2><ol><li>5+ years of Python</li><li>PostgreSQL &amp; Kafka</li></ol>
<p style="display:none">hidden words</p><div hidden>more hidden words</div>
<p>%s</p></div><footer>All rights reserved</footer></body></html>""" % (
    "We have been building order systems for warehouses since 2009. " * 3
)


async def test_a_plain_page_becomes_text_that_keeps_headings_and_lists(vendor_double: VendorDouble) -> None:
    vendor_double.on("GET", "/job", answer_text(_PAGE))
    page = await _pages(vendor_double).fetch(f"{vendor_double.url}/job#apply")
    assert page.title == "Backend Engineer"
    lines = page.text.splitlines()
    assert lines[lines.index("What you will do") : lines.index("What you will do") + 3] == [
        "What you will do",
        "- Own the order service",
        "- Cut its latency",
    ]
    assert lines[lines.index("What you will do") - 1] == ""
    assert "- PostgreSQL & Kafka" in lines
    assert "in Austin." in lines
    for unwanted in ("Menu", "evil", "hidden", "rights"):
        assert unwanted not in page.text


async def test_a_page_in_another_charset_is_read(vendor_double: VendorDouble) -> None:
    text = "<p>Wir suchen für unser Büro in München jemanden mit großer Freude an Zahlen. " * 4
    vendor_double.on(
        "GET", "/job", Answer(body=text.encode("latin-1"), headers={"Content-Type": "text/html; charset=ISO-8859-1"})
    )
    assert "München" in (await _pages(vendor_double).fetch(f"{vendor_double.url}/job")).text


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("<html><body><div id=root></div><script>render()</script></body></html>", PageUnreadable),
        ("", PageUnreadable),
        ("<!-- nothing -->", PageUnreadable),
        ("<html><body><h1>Sign in</h1><p>Join now to see who is hiring</p></body></html>", PageRefused),
        ("<html><body>Verify you are human</body></html>", PageRefused),
        ("\x00\x01\x02" * 50, PageUnreadable),
    ],
)
async def test_a_page_without_a_posting_says_so(vendor_double: VendorDouble, page: str, error: type[Exception]) -> None:
    vendor_double.on("GET", "/job", answer_text(page))
    with pytest.raises(error, match=r"[Pp]aste"):
        await _pages(vendor_double).fetch(f"{vendor_double.url}/job")


@pytest.mark.parametrize(
    "markup",
    ["<div>" * 20_000 + "deep " * 100, "<p" * 50_000, "<li>x" * 30_000, "<table><tr><td>" * 5_000, "&" * 100_000],
)
async def test_hostile_markup_ends_in_words_or_in_a_refusal(vendor_double: VendorDouble, markup: str) -> None:
    vendor_double.on("GET", "/job", answer_text(markup))
    try:
        page = await _pages(vendor_double).fetch(f"{vendor_double.url}/job")
    except PageUnreadable:
        return
    assert len(page.text) <= len(markup) * 3


_SHEET = "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abc"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (f"{_SHEET}/edit#gid=42", f"{_SHEET}/export?format=csv&gid=42"),
        (f"{_SHEET}/edit?gid=7#gid=42", f"{_SHEET}/export?format=csv&gid=42"),
        (f"{_SHEET}/edit?usp=sharing", f"{_SHEET}/export?format=csv&gid=0"),
        (_SHEET.replace("/d/", "/u/0/d/"), f"{_SHEET}/export?format=csv&gid=0"),
        (
            _SHEET.replace("/d/", "/d/e/") + "/pubhtml?gid=3",
            _SHEET.replace("/d/", "/d/e/") + "/pub?output=csv&gid=3&single=true",
        ),
    ],
)
def test_a_sheets_link_leads_to_its_csv(link: str, address: str) -> None:
    assert csv_url(link) == address


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://docs.google.com.evil.example/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz",
        "https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz",
        "http://[",
        _SHEET[:45],
    ],
)
def test_another_link_is_no_sheet(link: str) -> None:
    with pytest.raises(PageNotAllowed):
        csv_url(link)


async def test_a_shared_sheet_is_fetched_as_csv(vendor_double: VendorDouble) -> None:
    vendor_double.on("GET", "/spreadsheets/d/{id}/export", Answer(status=307, headers={"Location": "/download"}))
    vendor_double.on("GET", "/download", answer_text("domain\r\nacme.example\r\n", content_type="text/csv"))
    assert (
        await GoogleSheets(client=_CLIENT, base_url=vendor_double.url).fetch_csv(_SHEET)
        == b"domain\r\nacme.example\r\n"
    )


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (answer_text("<html>Sign in</html>"), PageRefused),
        (answer_text("", status=401), PageRefused),
        (Answer(status=302, headers={"Location": "https://accounts.google.com/ServiceLogin"}), PageRefused),
        (answer_text("", content_type="text/csv"), PageUnreadable),
        (answer_text("", status=404), PageGone),
    ],
)
async def test_a_sheet_that_is_not_shared_says_so(
    vendor_double: VendorDouble, answer: Answer, error: type[Exception]
) -> None:
    vendor_double.on("GET", "/spreadsheets/d/{id}/export", answer)
    with pytest.raises(error):
        await GoogleSheets(client=_CLIENT, base_url=vendor_double.url).fetch_csv(_SHEET)
