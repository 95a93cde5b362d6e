"""The steps of the journey, each against the running service, in the order a person takes them."""

import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from roleferry.entrypoints.cli.demo.client import DemoFailed, Person
from roleferry.entrypoints.cli.demo.report import Report
from roleferry.entrypoints.cli.demo.sending import captured_text, let_time_pass, mails_of

LEAST_SCORE = 20.0
"""Below this match score the demo writes to nobody, and says so."""
_FOOTER = "1 Sample Street, 12345 Sampleton (sample address of the demo)"
_READERS = (
    {"full_name": "Grace Sample", "role_title": "Hiring Manager", "level": "line_manager", "timezone": "Europe/Lisbon"},
    {"full_name": "Linus Sample", "role_title": "Talent Partner", "level": "recruiter", "timezone": "America/New_York"},
)
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file or an address, and whether it is our own sample."""

    name: str
    data: bytes = b""
    url: str | None = None
    is_sample: bool = False

    @property
    def told(self) -> str:
        """What the report calls it."""
        return f"{self.name} (a made-up sample)" if self.is_sample else self.url or self.name


def walk(service: Person, resume: Given, job: Given, report: Report, tell: Tell) -> None:
    """
    Walk the journey and fill the report as far as it goes.

    Raises:
        DemoFailed: a step failed; the report holds what was reached.
    """
    tell("looking at the service")
    _check(service)
    person = _sign_up(service)
    tell(f"reading {resume.told}")
    _read_resume(person, resume, report)
    tell(f"reading {job.told}")
    _add_job(person, job, report)
    tell("matching")
    _match(person, report)
    if not _worth_writing(report):
        return
    tell("adding two made-up contacts at reserved addresses")
    _add_contacts(person, report)
    tell("writing")
    _write(person, report)
    _preview(person, report)
    tell("launching")
    launched = person.call(
        "POST", f"/campaigns/{report.campaign['id']}/launch", json={"digest": report.campaign["digest"]}
    )
    tell(f"{launched['mails']} mails planned; moving the test clock")
    days = let_time_pass(person, report.campaign["id"], tell)
    _count(person, report, days)


def _check(service: Person) -> None:
    health = service.call("GET", "/health")
    if health.get("environment") != "dev":
        raise DemoFailed("This service is not in dev mode: the demo moves its clock, so it needs `make run`.")
    ready = service.answer("GET", "/health/ready").json()
    down = [name for name in ("database", "worker") if ready.get(name) != "up"]
    if down:
        raise DemoFailed(f"The service is not ready ({', '.join(down)}): run `roleferry doctor` to see why.")


def _sign_up(service: Person) -> Person:
    body = {"email": f"demo-{secrets.token_hex(6)}@sender.example", "name": "Demo Sample"}
    return service.named(service.call("POST", "/dev/users", json=body)["id"])


def _read_resume(person: Person, given: Given, report: Report) -> None:
    person.finished(person.call("POST", "/resume/upload", files={"file": (given.name, given.data)}))
    read = person.call("GET", "/resume")
    resume = read["resume"] or {}
    location = (resume.get("location") or {}).get("value")
    report.resume = {
        "name": (resume.get("name") or {}).get("value"),
        "position": read["position"],
        "location": location,
        "years": resume.get("total_years_experience"),
        "skills": [skill["name"] for skill in resume.get("skills", ())],
        "positions": [
            {"title": one.get("title"), "company": one.get("company")} for one in resume.get("positions", ())
        ],
        "metrics": [metric["sentence"] for metric in resume.get("key_metrics", ())],
        "missing": list(resume.get("missing", ())),
    }
    account = {"postal_address": _FOOTER, **({"name": report.resume["name"]} if report.resume["name"] else {})}
    person.call("PATCH", "/me", json=account)
    if location:
        person.call("PUT", "/job-preferences", json={"locations": [location], "remote": "any"})
    else:
        report.notes.append("No place was found in the résumé, so no preferences were set.")


def _add_job(person: Person, given: Given, report: Report) -> None:
    text = given.data.decode("utf-8", "replace").replace("\0", "")
    body = {"url": given.url} if given.url else {"raw_description": text}
    job = person.call("POST", "/jobs", json=body)
    names = ("id", "title", "company", "company_id", "location", "application_id", "thin", "source")
    report.job = {name: job.get(name) for name in names}


def _match(person: Person, report: Report) -> None:
    report.match = person.call("GET", f"/jobs/{report.job['id']}/match")
    rows = person.call("POST", "/pain-points/generate", json={"job_id": report.job["id"]})["items"]
    report.pairs = [row for row in rows if not row["gap"]]
    report.gaps = [row for row in rows if row["gap"]]


def _worth_writing(report: Report) -> bool:
    """Say whether there is something true to write; if not, why not."""
    score = report.match["score"]
    who, what = report.resume["name"] or "This résumé", report.job["title"] or "this job"
    if not report.pairs:
        report.said = (
            f"Nothing was written or sent: {who} matches {what} with {score:.0f} of 100, and nothing in the résumé "
            f"answers any of the {len(report.gaps)} problems the advert names."
        )
        return False
    if score < LEAST_SCORE:
        report.said = (
            f"Nothing was written or sent: {who} matches {what} with {score:.0f} of 100 only, and under "
            f"{LEAST_SCORE:.0f} the demo writes to nobody."
        )
        return False
    return True


def _add_contacts(person: Person, report: Report) -> None:
    company = report.job["company"]
    host = f"{_slug(company or 'employer')}.example"
    for reader in _READERS:
        body: dict[str, Any] = {
            **reader,
            "email": f"{_slug(str(reader['full_name']).split()[0])}@{host}",
            "tags": ["made up by the demo"],
        }
        if report.job["company_id"]:
            body["company_id"] = report.job["company_id"]
        contact = person.call("POST", "/contacts", json=body)
        names = ("id", "full_name", "role_title", "email", "timezone")
        report.contacts.append({name: contact[name] for name in names})
    ids = [contact["id"] for contact in report.contacts]
    person.call("POST", f"/applications/{report.job['application_id']}/targets", json={"contact_ids": ids})


def _write(person: Person, report: Report) -> None:
    sender = f"{_slug(report.resume['name'] or 'sender')}@sender.example"
    person.call("POST", "/mailboxes", json={"address": sender, "postal_address": _FOOTER})
    path = f"/applications/{report.job['application_id']}/offer"
    offer = person.optional("POST", path, json={"contact_id": report.contacts[0]["id"], "tone": "direct"})
    if offer:
        report.offer = {name: offer.get(name) for name in ("subject", "body", "claims", "engine", "engine_reason")}
    targets = [
        {"contact_id": contact["id"], "application_id": report.job["application_id"]} for contact in report.contacts
    ]
    campaign = person.call("POST", "/campaigns", json={"tone": "direct", "length": "medium", "targets": targets})
    report.campaign = {"id": campaign["id"], "name": campaign["name"], "sender": sender}


def _preview(person: Person, report: Report) -> None:
    preview = person.call("GET", f"/campaigns/{report.campaign['id']}/preview")
    report.campaign |= {"digest": preview["digest"], "mails": preview["mails"]}
    report.mails = mails_of(preview)
    if preview["blockers"]:
        told = " ".join(f"{one['message']} {one['what_to_do']}" for one in preview["blockers"])
        raise DemoFailed(f"The campaign cannot be launched: {told}")


def _count(person: Person, report: Report, days: int) -> None:
    captured = {mail["outreach_id"]: mail for mail in person.call("GET", "/dev/outbox")["items"]}
    rows = person.every(f"/campaigns/{report.campaign['id']}/outreach")
    kept = {(row["contact_id"], row["step"]): row for row in rows}
    for mail in report.mails:
        row = kept.get((mail["contact_id"], mail["step"]), {})
        sent = captured.get(row.get("id", ""))
        mail |= {"status": row.get("status"), "sent_at": row.get("sent_at")}
        mail["body"] = captured_text(sent["raw"]) if sent else mail["body"]
    report.figures = person.optional("GET", "/analytics/overview") or {}
    report.costs = person.optional("GET", "/costs") or {}
    if not report.costs:
        report.notes.append("Cost: 0.00. Everything here is done by rules; no paid vendor is part of it.")
    sent_number = sum(1 for mail in report.mails if mail["sent_at"])
    report.outcome = "sent" if sent_number == len(report.mails) else "sent_in_part"
    report.said = (
        f"{sent_number} of {len(report.mails)} mails to {len(report.contacts)} made-up contacts were captured on this "
        f"machine over {days} days of the test clock. Nothing left it."
    )


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "sample"
