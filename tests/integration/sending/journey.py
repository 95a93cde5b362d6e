"""A made-up person's way to a campaign, over HTTP."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tests.app import App

RESUME = b"""Ada Sample
ada.sample@example.test | +44 20 7946 0018

EXPERIENCE
Staff Engineer, Harbour Systems
03/2019 - Present
- Cut checkout latency by 43 % by moving the basket to PostgreSQL
- Led the migration of 12 services to Kubernetes without an outage
- Built an on-call rota that halved the number of night pages
- Reduced the cloud bill by 18 % by retiring idle clusters

Software Engineer, Lighthouse Labs
06/2014 - 02/2019
- Automated the monthly close for 30 accountants
- Wrote the service that handles 2 million payments a day

EDUCATION
B.Sc. Computer Science, University of Porto, 2011

SKILLS
Python, PostgreSQL, Kubernetes, Redis
"""

JOB = """Staff Platform Engineer
Northwind Freight

About the role
You will join the platform team in Lisbon.

Responsibilities
- Reduce checkout latency across our booking services
- Lead the migration of our services to Kubernetes
- Improve on-call and reduce the number of night pages
- Reduce the cost of our cloud infrastructure

Requirements
- 5+ years of experience with Python
- Experience with PostgreSQL and Kubernetes
"""

MONDAY = "2026-11-23T06:00:00Z"


@dataclass
class Ready:
    """Everything a campaign needs, made."""

    application_id: str
    contacts: list[str]
    mailbox_id: str


async def set_out(app: App, *, people: int = 2) -> Ready:
    """Upload a résumé, add a job with its pain points, name people to write to, connect a mailbox."""
    await app.finished(await app.post("/resume/upload", expect=202, files={"file": ("ada.txt", RESUME)}))
    job = await app.post("/jobs", {"raw_description": JOB, "company": "Northwind Freight"})
    await app.post("/pain-points/generate", {"job_id": job["id"]}, expect=200)
    contacts = [await a_contact(app, number) for number in range(people)]
    return Ready(job["application_id"], contacts, await a_mailbox(app))


_NAMES = ("Mia Example", "Tom Specimen", "Zoe Instance", "Ben Placeholder", "Ida Muster")


async def a_contact(app: App, number: int, **fields: Any) -> str:
    """Add somebody who works at the employer."""
    name = _NAMES[number % len(_NAMES)]
    body = {
        "full_name": name,
        "role_title": "Head of Platform",
        "email": f"{name.split()[0].lower()}{number}@northwind.example",
        "company": "Northwind Freight",
        "timezone": "Europe/Lisbon",
        **fields,
    }
    contact: str = (await app.post("/contacts", body))["id"]
    return contact


async def a_mailbox(app: App, **fields: Any) -> str:
    """Connect an account to send from."""
    body = {
        "address": f"ada{UUID(str(app.user_id)).hex[-12:]}@ada.example",
        "display_name": "Ada Sample",
        "time_zone": "Europe/Lisbon",
        "postal_address": "1 Quay Street, Porto",
        **fields,
    }
    mailbox: str = (await app.post("/mailboxes", body))["id"]
    return mailbox


async def a_campaign(app: App, ready: Ready, **fields: Any) -> str:
    """Begin a campaign for everybody who is ready."""
    targets = [{"contact_id": one, "application_id": ready.application_id} for one in ready.contacts]
    campaign: str = (await app.post("/campaigns", {"targets": targets, **fields}))["id"]
    return campaign


async def launched(app: App, ready: Ready, **fields: Any) -> str:
    """Begin a campaign, look at it and launch it."""
    campaign = await a_campaign(app, ready, **fields)
    preview = await app.get(f"/campaigns/{campaign}/preview")
    assert preview["can_launch"], preview["blockers"]
    await app.post(f"/campaigns/{campaign}/launch", {"digest": preview["digest"]}, expect=200)
    return campaign


async def mails(app: App, campaign: str, **params: Any) -> list[dict[str, Any]]:
    """Return a campaign's mails in the order they are planned."""
    answer = await app.get(f"/campaigns/{campaign}/outreach", params={"limit": 100, **params})
    found: list[dict[str, Any]] = answer["items"]
    return found
