"""One effort: a sequence offered to a list of targets, its lifecycle and what the machine holds (SPEC 3.8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import CampaignId, MailboxId, UserId
from roleferry.domain.model.sending.company_policy import CompanyLimit, CompanyPolicy
from roleferry.domain.model.sending.transitions import IllegalTransition
from roleferry.domain.model.sending.window import SendingWindow


class NotADraft(Conflict):
    """The campaign has been launched; this can be changed in a draft only."""

    code = "campaign.not_a_draft"


class CampaignStatus(StrEnum):
    """What its owner has decided about a campaign."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    STOPPED = "stopped"


class CampaignEvent(StrEnum):
    """What can be asked of a campaign."""

    LAUNCH = "launch"
    PAUSE = "pause"
    RESUME = "resume"
    COMPLETE = "complete"
    STOP = "stop"


CAMPAIGN_TABLE: Mapping[tuple[CampaignStatus, CampaignEvent], CampaignStatus] = MappingProxyType(
    {
        (CampaignStatus.DRAFT, CampaignEvent.LAUNCH): CampaignStatus.ACTIVE,
        (CampaignStatus.ACTIVE, CampaignEvent.PAUSE): CampaignStatus.PAUSED,
        (CampaignStatus.PAUSED, CampaignEvent.RESUME): CampaignStatus.ACTIVE,
        (CampaignStatus.ACTIVE, CampaignEvent.COMPLETE): CampaignStatus.COMPLETED,
        (CampaignStatus.PAUSED, CampaignEvent.COMPLETE): CampaignStatus.COMPLETED,
        (CampaignStatus.ACTIVE, CampaignEvent.STOP): CampaignStatus.STOPPED,
        (CampaignStatus.PAUSED, CampaignEvent.STOP): CampaignStatus.STOPPED,
    }
)
"""The whole lifecycle; a pair that is not here is an IllegalTransition."""


class CampaignHoldRule(StrEnum):
    """Why the machine holds an active campaign."""

    BREAKER_BOUNCES = "breaker_bounces"
    BREAKER_COMPLAINTS = "breaker_complaints"
    NO_MAILBOX = "no_mailbox"
    UNAPPROVED_EDIT = "unapproved_edit"
    KILL_SWITCH = "kill_switch"

    @property
    def lifted_by_person(self) -> bool:
        """Say whether only a person may lift it; the others end with their cause."""
        return self in {CampaignHoldRule.BREAKER_BOUNCES, CampaignHoldRule.BREAKER_COMPLAINTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignHold:
    """A reason beside the state: the rule, what was observed, the threshold it passed, among how many, and when."""

    rule: CampaignHoldRule
    observed: int
    threshold: int
    sample: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignSettings:
    """What a person chooses for one campaign."""

    window: SendingWindow = field(default_factory=SendingWindow)
    company_policy: CompanyPolicy = CompanyPolicy.HOLD
    company_limit: CompanyLimit = field(default_factory=CompanyLimit)
    mailbox_ids: tuple[MailboxId, ...] = ()
    count_clicks: bool = False
    """Lead the HTML part's links through this service; off, links are as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One sequence offered to a list of targets. Immutable: every change returns the next campaign."""

    id: CampaignId
    user_id: UserId
    name: str
    status: CampaignStatus = CampaignStatus.DRAFT
    settings: CampaignSettings = field(default_factory=CampaignSettings)
    holds: tuple[CampaignHold, ...] = ()
    launched_at: datetime | None = None
    paused_at: datetime | None = None
    ended_at: datetime | None = None
    approved_digest: str | None = None
    version: int = 0

    @property
    def may_send(self) -> bool:
        """Say whether its mails may leave now: active and held by nothing."""
        return self.status is CampaignStatus.ACTIVE and not self.holds

    @property
    def is_running(self) -> bool:
        """Say whether it has begun and not ended."""
        return self.status in {CampaignStatus.ACTIVE, CampaignStatus.PAUSED}

    def check_draft(self) -> None:
        """
        Let what its owner will approve be changed.

        Raises:
            NotADraft: it has been launched.
        """
        if self.status is not CampaignStatus.DRAFT:
            raise NotADraft(f"the campaign is {self.status}: this can be changed in a draft only", campaign_id=self.id)

    def launch(self, *, at: datetime, digest: str) -> Campaign:
        """Start sending what its owner has seen; `digest` is that of the approved preview."""
        return replace(self._after(CampaignEvent.LAUNCH), launched_at=at, approved_digest=digest)

    def pause(self, *, at: datetime) -> Campaign:
        """Stop sending until its owner resumes."""
        return replace(self._after(CampaignEvent.PAUSE), paused_at=at)

    def resume(self) -> Campaign:
        """Send again; the caller plans the unsent mails anew, so that nothing bursts (SPEC 3.9)."""
        return replace(self._after(CampaignEvent.RESUME), paused_at=None)

    def complete(self, *, at: datetime) -> Campaign:
        """End it because every enrollment has ended."""
        return replace(self._after(CampaignEvent.COMPLETE), ended_at=at)

    def stop(self, *, at: datetime) -> Campaign:
        """End it for good; what has not left is canceled by the caller."""
        return replace(self._after(CampaignEvent.STOP), ended_at=at)

    def held(self, hold: CampaignHold) -> Campaign:
        """Add a hold; one that stands already for this rule keeps its first figures."""
        if any(standing.rule is hold.rule for standing in self.holds):
            return self
        return replace(self, holds=(*self.holds, hold))

    def lifted(self, rule: CampaignHoldRule, *, by_person: bool) -> Campaign:
        """
        Remove a hold.

        Raises:
            IllegalTransition: only a person may lift the hold of a breaker.
        """
        if rule.lifted_by_person and not by_person:
            raise IllegalTransition(f"the hold {rule} waits for a person to look", campaign_id=self.id, rule=rule)
        return replace(self, holds=tuple(hold for hold in self.holds if hold.rule is not rule))

    def _after(self, event: CampaignEvent) -> Campaign:
        return replace(self, status=next_campaign_status(self.status, event))


def next_campaign_status(status: CampaignStatus, event: CampaignEvent) -> CampaignStatus:
    """
    Return the status that follows.

    Raises:
        IllegalTransition: the table has no such move.
    """
    try:
        return CAMPAIGN_TABLE[status, event]
    except KeyError:
        raise IllegalTransition(f"cannot {event} a campaign that is {status}", status=status, event=event) from None
