"""What may be said of a mailbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from roleferry.domain.model.errors import FieldError, Invalid
from roleferry.domain.model.sending.address import InvalidAddress, parse_address
from roleferry.domain.model.sending.header_values import is_clean
from roleferry.domain.model.sending.mailbox import Mailbox, MailboxPause, MailboxStatus
from roleferry.domain.model.sending.zones import UnknownTimeZone, zone_named


class MailboxInvalid(Invalid):
    """Something about the mailbox is not valid."""

    code = "mailbox.invalid"


def changed(mailbox: Mailbox, changes: Mapping[str, Any]) -> Mailbox:
    """
    Return the mailbox with these fields set; setting the status it has changes nothing.

    Raises:
        MailboxInvalid: a name or zone that is none.
        InvalidCap: a cap or gap out of range.
    """
    plain = {name: changes[name] for name in ("display_name", "time_zone", "postal_address") if name in changes}
    _check(plain)
    caps = mailbox.caps
    if "daily_cap" in changes:
        caps = replace(caps, daily=changes["daily_cap"])
    if "gap_seconds" in changes:
        caps = replace(caps, gap=timedelta(seconds=changes["gap_seconds"]))
    return _with_status(replace(mailbox, **plain, caps=caps), changes.get("status"))


def checked_address(written: str) -> str:
    """
    Return the address a mailbox sends from.

    Raises:
        MailboxInvalid: it is none.
    """
    try:
        parse_address(written)
    except InvalidAddress as error:
        raise MailboxInvalid(error.detail, errors=(FieldError("address", error.detail),)) from error
    return written.strip()


def _with_status(mailbox: Mailbox, status: MailboxStatus | None) -> Mailbox:
    if status is None or status is mailbox.status:
        return mailbox
    return mailbox.activated() if status is MailboxStatus.ACTIVE else mailbox.paused(MailboxPause.USER)


def _check(plain: Mapping[str, Any]) -> None:
    wrong: list[FieldError] = []
    name = plain.get("display_name", "ok")
    if not name.strip() or not is_clean(name):
        wrong.append(FieldError("display_name", "is a name that may stand in a mail's header"))
    postal = plain.get("postal_address") or "ok"
    if not postal.strip() or any(not letter.isprintable() for letter in postal.replace("\n", "")):
        wrong.append(FieldError("postal_address", "is where a letter reaches you: street, place, country"))
    try:
        zone_named(plain.get("time_zone", "UTC"))
    except UnknownTimeZone as error:
        wrong.append(FieldError("time_zone", error.detail))
    if wrong:
        raise MailboxInvalid("; ".join(f"{one.path}: {one.message}" for one in wrong), errors=tuple(wrong))
