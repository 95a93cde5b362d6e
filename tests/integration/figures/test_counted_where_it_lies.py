"""The overview's statement says of any history, at any moment, what a full recount of the log says."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import asyncpg

from roleferry.domain.model.figures.facts import Fact, FactKind, MailRef, fold
from roleferry.domain.model.figures.overview import STAGES, Role, overview
from roleferry.domain.model.figures.rollup import tally
from roleferry.domain.model.figures.standing import standing
from roleferry.domain.model.ids import ApplicationId, CampaignId, ContactId, OutreachId, UserId
from roleferry.domain.use_cases.figures.roll_up_figures import RollUpFigures
from roleferry.domain.use_cases.figures.see_overview import SeeOverview
from roleferry.ports.clock import Clock
from tests.app import App

START = datetime.fromisoformat("2026-03-02T09:00:00+00:00")
_LOOSE = """
ALTER TABLE outreach DROP CONSTRAINT fk_outreach_enrollment, DROP CONSTRAINT fk_outreach_campaign;
ALTER TABLE campaign_metrics DROP CONSTRAINT fk_campaign_metrics_campaign;
"""
_MAIL = """
INSERT INTO outreach (user_id, id, campaign_id, enrollment_id, contact_id, application_id, mailbox_id, step_id, step,
                      step_kind, gap_days, day, same_thread, to_address, to_name, time_zone, subject, status, due_at,
                      send_key, message_id, provider, created_at)
VALUES ($1, $2, $3, $2, $4, $5, $2, $2, $6, 'initial', 0, 0, false, 'mia@firm.example', 'Mia Example', 'Europe/Lisbon',
        'A subject', 'scheduled', $7, $2::uuid::text, $2::uuid::text, $8, $7)
"""
_SENT = "UPDATE outreach SET sent_at = least(sent_at, $3) WHERE user_id = $1 AND id = $2"
_EVENT = """
INSERT INTO outreach_events (user_id, id, outreach_id, type, counted, facts, at, recorded_at, dedupe_key)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $2::uuid::text)
"""
_JOB = """
INSERT INTO jobs (user_id, id, fingerprint, raw_description, parsed, created_at)
VALUES ($1, $2, $2::uuid::text, '', '{}', now())
"""
_APPLICATION = """
INSERT INTO applications (user_id, id, job_id, status, furthest, created_at, updated_at)
VALUES ($1, $2, $2, 'closed', $3, now(), now())
"""
_REACHED = """
INSERT INTO application_history (user_id, id, application_id, to_status, actor, at) VALUES ($1, $2, $3, $4, 'user', $5)
"""


@dataclass(slots=True)
class Now(Clock):
    """A clock that stands still between turns."""

    moment: datetime = START

    def now(self) -> datetime:
        return self.moment

    async def refresh(self) -> None:
        return


@dataclass(slots=True)
class Story:
    """One person's mails, roles and log, in memory and in the tables."""

    rows: asyncpg.Connection
    user_id: UserId
    chance: random.Random
    mails: Sequence[MailRef] = ()
    roles: Sequence[Role] = ()
    told: list[Fact] = field(default_factory=list)

    async def begin(self) -> None:
        """Have some roles, and mails to some people about some of them."""
        self.roles = [self._a_role() for _ in range(self.chance.randint(1, 5))]
        people = [ContactId(uuid4()) for _ in range(self.chance.randint(1, 3))]
        self.mails = [self._a_mail(step, people) for step in range(self.chance.randint(1, 6))]
        for role in self.roles:
            await self.rows.execute(_JOB, self.user_id, role.id)
            await self.rows.execute(_APPLICATION, self.user_id, role.id, role.furthest)
            for stage, at in role.reached.items():
                await self.rows.execute(_REACHED, self.user_id, uuid4(), role.id, stage, at)
        for mail in self.mails:
            about = mail.campaign_id, mail.contact_id, mail.application_id, mail.step
            provider = "mock" if mail.reports_deliveries else "smtp"
            await self.rows.execute(_MAIL, self.user_id, mail.outreach_id, *about, START, provider)

    def _a_role(self) -> Role:
        stages = STAGES[: self.chance.randint(1, len(STAGES))]
        return Role(id=ApplicationId(uuid4()), reached={stage: self._a_moment() for stage in stages})

    def _a_mail(self, step: int, people: Sequence[ContactId]) -> MailRef:
        return MailRef(
            outreach_id=OutreachId(uuid4()),
            campaign_id=CampaignId(uuid4()),
            contact_id=self.chance.choice(people),
            application_id=self.chance.choice([None, *(role.id for role in self.roles)]),
            step=step,
            reports_deliveries=self.chance.random() < 0.6,
        )

    def _a_moment(self) -> datetime:
        """Pick one within a few seconds, hours or days, so that limits are met and several things happen at once."""
        unit = self.chance.choice((1, 1, 700, 3600, 86_400))
        return START + timedelta(seconds=self.chance.randrange(6) * unit)

    def _a_fact(self) -> Fact:
        kind = self.chance.choice([*FactKind, FactKind.SENT, FactKind.REPLIED, FactKind.RELABELED])
        return Fact(
            mail=self.chance.choice(self.mails),
            kind=kind,
            at=self._a_moment(),
            automatic=self.chance.random() < 0.4,
            positive=self.chance.random() < 0.4,
            soft=self.chance.random() < 0.4,
            answer=self.chance.choice(("first", "second")),
        )

    async def goes_on(self, facts: int) -> None:
        """Let some things become known, in any order."""
        for _ in range(facts):
            fact = self._a_fact()
            self.told.append(fact)
            kind = "auto_replied" if fact.kind is FactKind.REPLIED and fact.automatic else fact.kind
            said = {"positive": fact.positive, "bounce": "soft" if fact.soft else "hard", "answer": fact.answer}
            row = uuid4(), fact.mail.outreach_id, kind, not fact.automatic, json.dumps(said), fact.at
            await self.rows.execute(_EVENT, self.user_id, *row)
            if fact.kind is FactKind.SENT:
                await self.rows.execute(_SENT, self.user_id, fact.mail.outreach_id, fact.at)


async def test_the_statement_and_a_recount_agree_at_every_moment(app: App, fresh_database_url: str) -> None:
    owner = await asyncpg.connect(fresh_database_url)
    await owner.execute(_LOOSE)
    await owner.close()
    rows = await asyncpg.connect(fresh_database_url, server_settings={"role": "roleferry_system"})
    try:
        for seed in range(60):
            story = Story(rows, (await app.as_somebody_else()).user_id, random.Random(seed))
            await story.begin()
            await _agrees_all_along(app, story)
    finally:
        await rows.close()


async def _agrees_all_along(app: App, story: Story) -> None:
    """Each turn something becomes known, hours pass, and no, one or two nights are worked through."""
    clock = Now()
    night = RollUpFigures(transactions=app.container.transactions(), clock=clock)
    see = SeeOverview(figure_reader=app.container.figure_reader(), clock=clock)
    for _ in range(5):
        await story.goes_on(story.chance.randrange(16))
        clock.moment += timedelta(hours=story.chance.choice((0, 1, 23, 25, 43, 48)))
        for _ in range(story.chance.choice((0, 0, 1, 2))):
            await night(story.user_id)
        seen = await see(story.user_id)
        records = list(fold(story.told).values())
        whole = overview(records, story.roles, spent=Decimal(0), as_of=clock.moment)
        assert seen.tally == tally(records, as_of=clock.moment)
        assert seen.people == standing(records)
        names = whole.__dataclass_fields__.keys() & seen.__dataclass_fields__.keys()
        assert {name: getattr(seen, name) for name in names} == {name: getattr(whole, name) for name in names}
