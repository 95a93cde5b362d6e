"""Let the days pass: the test clock goes from one planned mail to the next."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email import message_from_string
from email.policy import default
from typing import Any
from zoneinfo import ZoneInfo

from roleferry.entrypoints.cli.demo.client import DemoFailed, Person

_LEAST, _MOST = timedelta(days=12), timedelta(days=30)
_A_MOMENT = timedelta(seconds=1)
_MOST_STOPS = 100
_UNSENT = "scheduled"


def let_time_pass(person: Person, campaign_id: str, tell: Callable[[str], None]) -> int:
    """
    Move the clock to each planned mail and do what is due; return how many days passed, twelve at least.

    Weekends and holidays of the readers can make it more; after thirty days whatever has not left stays planned.

    Raises:
        DemoFailed: mails keep being planned without ever leaving.
    """
    began = now = person.clock()
    for _ in range(_MOST_STOPS):
        planned = _next(person, campaign_id)
        if planned is None or planned > began + _MOST:
            break
        now = max(planned, now) + _A_MOMENT
        person.clock(set_to=now.isoformat())
        sent = person.call("POST", "/dev/drain")["sent"]
        tell(f"day {(now - began).days + 1}: {sent} sent")
    else:
        raise DemoFailed("The mails keep being planned anew without leaving: look at GET /outreach for the reasons.")
    end = max(began + _LEAST, now + timedelta(days=1))
    person.clock(set_to=end.isoformat())
    for _ in range(2):
        person.call("POST", "/dev/drain")
    return (end - began).days


def _next(person: Person, campaign_id: str) -> datetime | None:
    times = [
        datetime.fromisoformat(mail["due_at"])
        for mail in person.every(f"/campaigns/{campaign_id}/outreach", status=_UNSENT)
    ]
    return min(times, default=None)


def mails_of(preview: Any) -> list[dict[str, Any]]:
    """Return every mail of a preview, with whom it is to."""
    return list(_mails(preview))


def _mails(preview: Any) -> Iterator[dict[str, Any]]:
    for target in preview["items"]:
        for mail in target["mails"]:
            names = ("step", "kind", "day", "subject", "body", "claims", "planned_local", "plan_reason")
            yield {
                **{name: mail[name] for name in names},
                "contact_id": target["contact_id"],
                "to": target["name"],
                "address": target["address"],
                "time_zone": target["time_zone"],
                "status": None,
                "sent_at": None,
            }


def captured_text(raw: str) -> str:
    """Return the words of a captured mail, footer and all."""
    part = message_from_string(raw, policy=default).get_body(("plain",))
    return str(part.get_content()).strip() if part else ""


def local_time(moment: str, zone: str | None) -> str:
    """Return a moment as the reader's clock shows it."""
    at = datetime.fromisoformat(moment)
    return f"{at.astimezone(ZoneInfo(zone)):%a %d %b %H:%M}" if zone else f"{at:%a %d %b %H:%M} UTC"


def mail_words(mail: dict[str, Any]) -> str:
    """Return when a mail was planned and what became of it, in the reader's time."""
    zone = mail["time_zone"]
    planned = f"planned {local_time(mail['planned_local'], zone)}" if mail["planned_local"] else "not planned yet"
    state = f"captured {local_time(mail['sent_at'], zone)}" if mail["sent_at"] else (mail["status"] or "not sent")
    return f"{planned}, {state} ({zone})"


def claims_by_sentence(mail: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return each sentence that claims something, with everything it rests on."""
    found: dict[str, list[dict[str, Any]]] = {}
    for claim in mail["claims"]:
        found.setdefault(claim["sentence"], []).append(claim["evidence"])
    return found
