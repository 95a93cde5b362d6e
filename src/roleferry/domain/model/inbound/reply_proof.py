"""Is this mail an answer to one of ours? Only proof counts, never the subject or the latest mail (SPEC 7).

The rule has two halves so that it stays pure: `claims_of` lists the names of mails that a message claims to answer,
the caller looks them up, and `prove` judges the message with what was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from roleferry.domain.model.ids import ContactId, OutreachId
from roleferry.domain.model.inbound.addresses import addresses_in
from roleferry.domain.model.inbound.message import InboundMail

_MESSAGE_ID = re.compile(r"<([^<>\s]{3,250})>")
_TOKEN = re.compile(r"\+([a-z2-7]{20,64})@", re.IGNORECASE)
_RECIPIENT_HEADERS = ("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-forwarded-to", "apparently-to")
_REPLACED_HOST = re.compile(r"(?:[a-z0-9-]+\.)?amazonses\.com$", re.IGNORECASE)
_MAX_CLAIMS = 60


class NoReply(StrEnum):
    """Why a message is not an answer to a mail of ours; the first that holds is given."""

    NOT_INBOUND = "not_inbound"
    FROM_US = "from_us"
    NOT_TO_US = "not_to_us"
    NO_REFERENCE = "no_reference"
    UNKNOWN_MAIL = "unknown_mail"


class ProofKind(StrEnum):
    """What ties an answer to a mail, the strongest first."""

    TAGGED_ADDRESS = "tagged_address"
    IN_REPLY_TO = "in_reply_to"
    REFERENCES = "references"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The names of mails a message claims to answer; Message-IDs without brackets, nearest first."""

    tokens: tuple[str, ...]
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]

    @property
    def message_ids(self) -> tuple[str, ...]:
        """All Message-IDs to look up."""
        return tuple(dict.fromkeys((*self.in_reply_to, *self.references)))


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMail:
    """A mail of ours that a claim led to."""

    outreach_id: OutreachId
    contact_id: ContactId
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenReply:
    """An answer: to which mail, by which proof, and whether a colleague wrote it instead of the person mailed."""

    outreach_id: OutreachId
    contact_id: ContactId
    proof: ProofKind
    sender: str
    from_colleague: bool


def claims_of(mail: InboundMail) -> Claims:
    """List what a message claims to answer; at most 60 names, whatever it says."""
    return Claims(
        tokens=tuple(dict.fromkeys(token.lower() for token in _TOKEN.findall(_recipients_text(mail))))[:_MAX_CLAIMS],
        in_reply_to=_ids(mail.header("in-reply-to")),
        references=tuple(reversed(_ids(mail.header("references"))))[:_MAX_CLAIMS],
    )


def lookup_names(message_id: str) -> tuple[str, ...]:
    """Return the forms under which a Message-ID may be stored: one vendor replaces the host and keeps its own id."""
    local, _, host = message_id.partition("@")
    return (message_id, local) if _REPLACED_HOST.match(host) else (message_id,)


def prove(
    mail: InboundMail,
    *,
    our_addresses: Collection[str],
    in_inbound_folder: bool,
    by_token: Mapping[str, KnownMail],
    by_message_id: Mapping[str, KnownMail],
) -> ProvenReply | NoReply:
    """
    Judge a message with the mails its claims led to.

    `our_addresses` are the mailbox's own, aliases included; `by_token` holds only tokens whose signature was checked.
    """
    sender = sender_of(mail)
    ours = frozenset(_without_tag(address) for address in our_addresses)
    if not in_inbound_folder:
        return NoReply.NOT_INBOUND
    if not sender or _without_tag(sender) in ours:
        return NoReply.FROM_US
    claims = claims_of(mail)
    found = _found(claims, by_token, by_message_id)
    if not any(_without_tag(address) in ours for address in addresses_in_headers(mail)) and not (
        found and found[0] is ProofKind.TAGGED_ADDRESS
    ):
        return NoReply.NOT_TO_US
    if found is None:
        return NoReply.UNKNOWN_MAIL if claims.message_ids or claims.tokens else NoReply.NO_REFERENCE
    kind, known = found
    return ProvenReply(
        outreach_id=known.outreach_id,
        contact_id=known.contact_id,
        proof=kind,
        sender=sender,
        from_colleague=sender.casefold() != known.recipient.casefold(),
    )


def sender_of(mail: InboundMail) -> str:
    """Return the address in From, or an empty text; Reply-To and Sender prove nothing."""
    return next(iter(addresses_in(mail.header("from"))), "")


def addresses_in_headers(mail: InboundMail) -> tuple[str, ...]:
    """List everybody the message says it went to."""
    return addresses_in(_recipients_text(mail))


def identity_of(mail: InboundMail, raw: bytes) -> str:
    """Return the Message-ID, or a name made from the bytes when it is missing, so that copies are known as such."""
    found = _ids(mail.header("message-id"))
    return found[0] if found else f"{blake2b(raw, digest_size=20).hexdigest()}@missing.invalid"


def _found(
    claims: Claims, by_token: Mapping[str, KnownMail], by_message_id: Mapping[str, KnownMail]
) -> tuple[ProofKind, KnownMail] | None:
    def by_id(message_id: str) -> KnownMail | None:
        return next((by_message_id[name] for name in lookup_names(message_id) if name in by_message_id), None)

    tries: tuple[tuple[ProofKind, tuple[str, ...], Callable[[str], KnownMail | None]], ...] = (
        (ProofKind.TAGGED_ADDRESS, claims.tokens, by_token.get),
        (ProofKind.IN_REPLY_TO, claims.in_reply_to, by_id),
        (ProofKind.REFERENCES, claims.references, by_id),
    )
    for kind, names, look_up in tries:
        for name in names:
            if (known := look_up(name)) is not None:
                return kind, known
    return None


def _recipients_text(mail: InboundMail) -> str:
    """Join the recipient headers, each cut short: nobody answers to thousands."""
    return ", ".join(value[:1500] for name, value in mail.every if name in _RECIPIENT_HEADERS)[:6000]


def _ids(value: str) -> tuple[str, ...]:
    """List the Message-IDs of a value; what holds NUL or half a character is none, and no database can look for it."""
    return tuple(dict.fromkeys(name for name in _MESSAGE_ID.findall(value) if name.isprintable()))[:_MAX_CLAIMS]


def _without_tag(address: str) -> str:
    """Drop a plus tag: `ana+token@x` is Ana's mailbox."""
    local, _, host = address.casefold().rpartition("@")
    return f"{local.split('+', 1)[0]}@{host}"
