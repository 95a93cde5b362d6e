"""Made-up histories of mails, for the tests of figures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from roleferry.domain.model.figures.facts import Fact, FactKind, MailRef
from roleferry.domain.model.ids import ApplicationId, CampaignId, ContactId, OutreachId

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def a_mail(number: int = 1, *, warmup: bool = False, reports_deliveries: bool = True) -> MailRef:
    """Refer to the numbered mail: three steps to a person, two people to a role, four campaigns."""
    return MailRef(
        outreach_id=OutreachId(UUID(int=number)),
        campaign_id=CampaignId(UUID(int=number % 4)),
        contact_id=ContactId(UUID(int=number // 3)),
        application_id=ApplicationId(UUID(int=number // 6)),
        step=number % 3,
        variant="ab"[number % 2],
        warmup=warmup,
        reports_deliveries=reports_deliveries,
    )


def a_fact(
    kind: FactKind,
    number: int = 1,
    *,
    after: timedelta = timedelta(),
    automatic: bool = False,
    positive: bool = False,
    soft: bool = False,
    answer: str = "",
    mail: MailRef | None = None,
) -> Fact:
    """Say that something happened to the numbered mail, some time after the start."""
    return Fact(
        mail=mail or a_mail(number),
        kind=kind,
        at=START + after,
        automatic=automatic,
        positive=positive,
        soft=soft,
        answer=answer,
    )


def histories() -> st.SearchStrategy[list[Fact]]:
    """Draw event logs in any order, with sense or without."""
    mails = st.builds(
        lambda number: a_mail(number, warmup=number % 7 == 0, reports_deliveries=number % 5 != 0), st.integers(1, 20)
    )
    fact = st.builds(
        Fact,
        mail=mails,
        kind=st.sampled_from(FactKind),
        at=st.integers(0, 6 * 86400).map(lambda seconds: START + timedelta(seconds=seconds)),
        automatic=st.booleans(),
        positive=st.booleans(),
        soft=st.booleans(),
        answer=st.sampled_from(("first", "second")),
    )
    return st.lists(fact, max_size=60)
