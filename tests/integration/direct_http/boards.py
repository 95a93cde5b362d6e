"""Answers in the shape each board sends, about an invented company."""

from typing import Any

UUID = "5ac21346-8e0c-4494-8e7a-3eb92ff77902"
_DUTIES = "<h3>What you will do</h3><ul><li>Own the order service</li><li>Cut its latency</li></ul>"
_ASKED = "<ul><li>5+ years of Python</li><li>PostgreSQL</li></ul>"

GREENHOUSE: dict[str, Any] = {
    "id": 127817,
    "internal_job_id": 144381,
    "title": "Backend Engineer",
    "updated_at": "2026-11-14T10:55:28-05:00",
    "first_published": "2026-11-01T09:00:00-05:00",
    "location": {"name": "Hybrid"},
    "absolute_url": "https://boards.greenhouse.io/acme/jobs/127817",
    "company_name": "Acme",
    "metadata": None,
    "content": (
        "&lt;p&gt;We build &amp;amp; "
        "ship.&lt;/p&gt;&lt;h3&gt;Requirements&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Python&lt;/li&gt;&lt;/ul&gt;"
    ),
    "departments": [{"id": 13583, "name": "Engineering", "parent_id": None, "child_ids": []}],
    "offices": [
        {"id": 8304, "name": "Austin", "location": "Austin, TX, United States", "parent_id": None, "child_ids": []}
    ],
    "pay_input_ranges": [
        {"min_cents": 14000000, "max_cents": 17000000, "currency_type": "USD", "title": "Base", "blurb": "<p></p>"}
    ],
}
LEVER: dict[str, Any] = {
    "id": UUID,
    "text": "Backend Engineer",
    "country": "US",
    "workplaceType": "hybrid",
    "categories": {
        "location": "Austin",
        "commitment": "Full-time",
        "team": "Platform",
        "allLocations": ["Austin", "Remote"],
    },
    "createdAt": 1793800800000,
    "description": "<div>We build things that last.</div>",
    "descriptionPlain": "We build things that last.",
    "lists": [{"text": "Requirements", "content": "<li>Python</li><li>SQL</li>"}],
    "additional": "",
    "hostedUrl": f"https://jobs.lever.co/acme/{UUID}",
    "salaryRange": {"currency": "USD", "interval": "per-year-salary", "min": 140000, "max": 170000},
}
ASHBY: dict[str, Any] = {
    "apiVersion": "1",
    "jobs": [
        {
            "id": "00000000-0000-0000-0000-000000000000",
            "title": "Other",
            "isListed": True,
            "descriptionHtml": "<p>Another job entirely.</p>",
        },
        {
            "id": UUID,
            "title": "Backend Engineer",
            "employmentType": "FullTime",
            "location": "San Francisco Office",
            "publishedAt": "2026-08-08T05:03:16.688+00:00",
            "isListed": True,
            "isRemote": True,
            "workplaceType": "Hybrid",
            "address": None,
            "descriptionHtml": _DUTIES,
            "compensation": {
                "compensationTierSummary": "$140K - $170K",
                "summaryComponents": [
                    {
                        "compensationType": "Salary",
                        "interval": "1 YEAR",
                        "currencyCode": "USD",
                        "minValue": 140000,
                        "maxValue": 170000,
                    }
                ],
            },
        },
    ],
}
WORKABLE: dict[str, Any] = {
    "name": "Acme",
    "description": None,
    "jobs": [
        {
            "title": "Backend Engineer",
            "shortcode": "A1B2C3D4E5",
            "employment_type": "Full-time",
            "telecommuting": True,
            "published_on": "2026-11-01",
            "created_at": "2026-10-30",
            "country": "Greece",
            "city": "Athens",
            "state": "Attica",
            "description": _DUTIES,
        }
    ],
}
SMARTRECRUITERS: dict[str, Any] = {
    "id": "743999",
    "name": "Backend Engineer",
    "releasedDate": "2026-11-01T10:00:00.000Z",
    "company": {"identifier": "Acme", "name": "Acme"},
    "location": {
        "city": "Austin",
        "region": "TX",
        "country": "us",
        "remote": False,
        "hybrid": True,
        "fullLocation": "Austin, TX, United States",
    },
    "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
    "jobAd": {
        "sections": {
            "companyDescription": {"title": "Company Description", "text": "<p>Acme makes scissors.</p>"},
            "jobDescription": {"title": "Job Description", "text": _DUTIES},
            "qualifications": {"title": "Qualifications", "text": _ASKED},
            "additionalInformation": {"text": ""},
        }
    },
}
RECRUITEE: dict[str, Any] = {
    "offers": [
        {
            "id": 1,
            "slug": "backend-engineer",
            "title": "Backend Engineer",
            "company_name": "Acme",
            "city": "Utrecht",
            "country": "Netherlands",
            "location": "Utrecht, Netherlands",
            "remote": False,
            "hybrid": True,
            "on_site": False,
            "employment_type_code": "fulltime_permanent",
            "salary": {"min": "60000", "max": "75000", "currency": "EUR", "period": "year"},
            "description": _DUTIES,
            "requirements": _ASKED,
            "careers_url": "https://acme.recruitee.com/o/backend-engineer",
            "published_at": "2026-11-01 10:00:00 UTC",
        }
    ]
}
