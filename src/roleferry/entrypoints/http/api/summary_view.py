"""How a campaign stands, as numbers and in words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from roleferry.domain.model.sending.campaign import CampaignHold, CampaignStatus
from roleferry.domain.model.sending.words import count_in_words, moment_in_words
from roleferry.domain.model.sending.zones import zone_named
from roleferry.entrypoints.http.api.writing_views import deep_view


class NextMail(msgspec.Struct, frozen=True, kw_only=True):
    """The next mail that is planned."""

    to_name: str
    due_at: datetime
    local_time: str


class SummaryView(msgspec.Struct, frozen=True, kw_only=True):
    """People by how their conversation stands, mails by status; `in_words` says the same to a reader."""

    status: CampaignStatus
    targets: int
    people: dict[str, int]
    mails: dict[str, int]
    held: dict[str, int]
    replied: int
    bounced: int
    next_mail: NextMail | None
    holds: list[CampaignHold]
    in_words: str

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "SummaryView":
        """Return the view of the counted row."""
        coming = _next(row)
        return deep_view(cls, {**row, "next_mail": coming, "in_words": _in_words(row, coming)})


def _next(row: Mapping[str, Any]) -> NextMail | None:
    if row["next_due_at"] is None:
        return None
    local = moment_in_words(row["next_due_at"], zone_named(row["next_zone"]))
    return NextMail(to_name=row["next_to"], due_at=row["next_due_at"], local_time=local)


def _in_words(row: Mapping[str, Any], coming: NextMail | None) -> str:
    mails: Mapping[str, int] = row["mails"]
    people = count_in_words(row["targets"], "person", "people")
    if row["status"] == CampaignStatus.DRAFT:
        return f"A draft for {people}. Nothing has been sent."
    gone = mails.get("sent", 0) + mails.get("delivered", 0)
    said = [f"{gone} of {count_in_words(sum(mails.values()), 'mail')} to {people} sent", f"{row['replied']} answered"]
    said += [f"{number} {status}" for status, number in sorted(mails.items()) if status in _WORTH_SAYING]
    if waiting := row["people"].get("held"):
        said.append(f"{count_in_words(waiting, 'person', 'people')} on hold")
    after = f" The next goes to {coming.to_name} about {coming.local_time} (their time)." if coming else ""
    stands = "held" if row["holds"] and row["status"] == CampaignStatus.ACTIVE else row["status"]
    return f"The campaign is {stands}: {', '.join(said)}.{after if stands == CampaignStatus.ACTIVE else ''}"


_WORTH_SAYING = frozenset({"held", "uncertain", "failed", "suppressed", "canceled"})

SUMMARY: dict[str, Any] = {
    "status": "active",
    "targets": 2,
    "people": {"active": 2},
    "mails": {"scheduled": 6, "sent": 2},
    "held": {},
    "replied": 0,
    "bounced": 0,
    "next_mail": {
        "to_name": "Mia Example",
        "due_at": "2026-11-25T09:12:00Z",
        "local_time": "Wednesday 25 November 09:12",
    },
    "holds": [],
    "in_words": "The campaign is active: 2 of 8 mails to 2 people sent, 0 answered.",
}
