"""Everything one person can have in the service, made over HTTP, with a mark in every text, and how to look at it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from roleferry.adapters.postgres.transactions import opening
from tests.app import App
from tests.integration.sending.journey import JOB, MONDAY, RESUME, a_contact

KINDS = {
    "resume_id": "resumes",
    "job_id": "jobs",
    "application_id": "applications",
    "pain_point_id": "pain_points",
    "company_id": "companies",
    "contact_id": "contacts",
    "lead_id": "leads",
    "offer_id": "offers",
    "template_id": "sequence_templates",
    "step_id": "sequence_steps",
    "mailbox_id": "mailboxes",
    "campaign_id": "campaigns",
    "enrollment_id": "enrollments",
    "outreach_id": "outreach",
    "reply_id": "replies",
    "suppression_id": "suppressions",
    "notice_id": "notices",
    "task_id": "tasks",
}
"""What a parameter names, and the table of such things."""

REPEATED = "the-same-key-as-everybody"
"""The Idempotency-Key under which an answer is kept for everybody."""

_TABLES = """SELECT c.relname AS name, a.attname AS owner FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
   AND (a.attname = 'user_id' OR (c.relname = 'users' AND a.attname = 'id')) ORDER BY 1"""


@dataclass
class Person:
    """Somebody with one of everything; `draft` is their campaign that has not been launched."""

    app: App
    mark: str
    draft: str = ""
    ids: dict[str, list[str]] = field(default_factory=dict)

    def one(self, kind: str) -> str:
        """Return an id of the kind that a parameter names; a campaign is the draft, which may be edited."""
        return self.draft if kind == "campaign_id" else self.ids[kind][0]

    @property
    def every_id(self) -> set[str]:
        """Return the ids of everything of theirs, and their own."""
        return {one for many in self.ids.values() for one in many} | {str(self.app.user_id)}

    def is_told_in(self, text: str) -> bool:
        """Return whether a text holds any of their words or ids."""
        lowered = text.lower()
        return self.mark in lowered or any(one in lowered for one in self.every_id)


async def whole_people(*people: tuple[App, str]) -> list[Person]:
    """Make all these people, let their first mails leave and have one answered."""
    await people[0][0].set_clock(datetime.fromisoformat(MONDAY))
    made = [await _prepared(app, mark) for app, mark in people]
    for hour in range(1, 16):
        await people[0][0].set_clock(datetime.fromisoformat(MONDAY) + timedelta(hours=hour))
        await people[0][0].post("/dev/drain", expect=200)
    for person in made:
        await _answered(person)
    await people[0][0].set_clock(datetime.fromisoformat(MONDAY) + timedelta(hours=30))
    await people[0][0].post("/dev/drain", expect=200)
    for person in made:
        await _harvest(person)
    return made


async def _prepared(app: App, mark: str) -> Person:
    person = Person(app, mark)
    await app.call("PATCH", "/me", json={"name": f"Ada {mark}", "postal_address": f"1 {mark} Street"}, expect=200)
    texts = [f"{mark} one"]
    preferences = {"titles": texts, "locations": texts, "skills": texts, "values": texts, "hidden_companies": texts}
    await app.call("PUT", "/job-preferences", json=preferences, expect=200)
    resume = RESUME.replace(b"basket", mark.encode()).replace(b"Harbour", mark.title().encode())
    await app.finished(await app.post("/resume/upload", expect=202, files={"file": (f"{mark}.txt", resume)}))
    await app.call("PATCH", "/resume", json={"headline": f"{mark} engineer"}, expect=200)
    job = await _job(app, mark)
    contacts = [await _contact(app, mark, number) for number in range(2)]
    await _company(app, mark, contacts[0])
    await _lists(app, mark)
    application = job["application_id"]
    await app.post(f"/applications/{application}/targets", {"contact_ids": contacts})
    await _offer(app, mark, application, contacts[0])
    person.draft = await _campaigns(app, mark, application, contacts)
    return person


async def _job(app: App, mark: str) -> Any:
    job = await app.post("/jobs", {"raw_description": f"{JOB}\n{mark}", "company": f"{mark} Freight", "location": mark})
    await app.post("/pain-points/generate", {"job_id": job["id"]}, expect=200)
    await app.patch(f"/applications/{job['application_id']}", {"status": "applied", "notes": f"{mark} notes"})
    return job


async def _contact(app: App, mark: str, number: int) -> str:
    words = {"company": f"{mark} Freight", "department": f"{mark} platform", "tags": [mark], "facts": [{"text": mark}]}
    name, address = f"{('Mia', 'Tom')[number]} {mark.title()}", f"reader{number}@{mark}.example"
    return await a_contact(app, number, full_name=name, email=address, **words)


async def _company(app: App, mark: str, contact: str) -> None:
    company = (await app.get(f"/contacts/{contact}"))["company_id"]
    patch = {"about": f"{mark} ports", "tagline": mark, "hq": mark, "facts": [{"text": f"{mark} opened a port."}]}
    await app.patch(f"/companies/{company}", patch)


async def _lists(app: App, mark: str) -> None:
    table = f"domain,company,notes\n{mark}-works.example,{mark} Works,{mark} said so\n"
    await app.finished(await app.post("/leads/import", expect=202, files={"file": ("t.csv", table.encode())}))
    await app.post("/suppressions", {"value": f"never@{mark}.example"}, headers={"Idempotency-Key": REPEATED})
    await app.post("/beta-feedback", {"nps": 9, "comments": f"{mark} comments"})
    body = {"display_name": f"Ada {mark}", "time_zone": "Europe/Lisbon", "postal_address": f"1 {mark} Street"}
    server = {"host": f"mail.{mark}.example", "password": f"{mark} password"}
    await app.post("/mailboxes", {"address": f"ada@{mark}-ada.example", "smtp": server, "imap": server, **body})


async def _offer(app: App, mark: str, application: str, contact: str) -> None:
    body = {"contact_id": contact, "tone": "warm", "instructions": f"{mark} wishes"}
    offer = await app.post(f"/applications/{application}/offer", body)
    await app.patch(f"/offers/{offer['id']}", {"subject": f"{mark} and you"})
    await app.finished(await app.post(f"/offers/{offer['id']}/one-pager", expect=202))


async def _campaigns(app: App, mark: str, application: str, contacts: list[str]) -> str:
    step = {"kind": "initial", "day": 0, "subject": f"{mark} at work", "body": f"Hello,\n\n{mark} says hello."}
    await app.post("/sequence-templates", {"name": f"{mark} sequence", "tone": "warm", "steps": [step]})
    targets = [{"contact_id": one, "application_id": application} for one in contacts]
    draft = await app.post("/campaigns", {"name": f"{mark} draft", "targets": targets})
    running = await app.post("/campaigns", {"name": f"{mark} running", "targets": targets})
    preview = await app.get(f"/campaigns/{running['id']}/preview")
    assert preview["can_launch"], preview["blockers"]
    await app.post(f"/campaigns/{running['id']}/launch", {"digest": preview["digest"]}, expect=200)
    return str(draft["id"])


async def _answered(person: Person) -> None:
    mail = (await person.app.get("/dev/outbox"))["items"][0]
    answer = {"type": "replied", "text": f"{person.mark}: happy to talk. Does Thursday at 3pm work for a call?"}
    await person.app.post(f"/dev/outbox/{mail['outreach_id']}/events", answer, expect=202)
    await person.app.worker.apply_events()


async def _harvest(person: Person) -> None:
    for kind, table in KINDS.items():
        sql = f"SELECT id::text FROM {table} WHERE user_id = $1 ORDER BY id"
        found = await as_system(person.app, sql, person.app.user_id)
        person.ids[kind] = [row["id"] for row in found]
        assert found, f"nothing of the kind {kind} was made"


async def as_system(app: App, sql: str, *args: object) -> list[Any]:
    """Return what a query shows to the role that sees all."""
    async with app.container.pool().acquire() as connection:
        await connection.execute(opening(None, read_only=True))
        try:
            return list(await connection.fetch(sql, *args))
        finally:
            await connection.execute("ROLLBACK")


async def rows_of(person: Person) -> dict[str, str | None]:
    """Return a checksum of somebody's rows in every table that has an owner."""
    tables = await as_system(person.app, _TABLES)
    parts = [
        f"SELECT '{one['name']}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum "
        f"FROM {one['name']} t WHERE t.{one['owner']} = $1"
        for one in tables
    ]
    found = await as_system(person.app, " UNION ALL ".join(parts), person.app.user_id)
    return {row["name"]: row["sum"] for row in found}


async def words_of(person: Person) -> dict[str, str]:
    """Return the text of all of somebody's rows, by table."""
    found = {}
    for one in await as_system(person.app, _TABLES):
        sql = f"SELECT coalesce(string_agg(t::text, '|'), '') AS words FROM {one['name']} t WHERE t.{one['owner']} = $1"
        found[one["name"]] = (await as_system(person.app, sql, person.app.user_id))[0]["words"]
    return found
