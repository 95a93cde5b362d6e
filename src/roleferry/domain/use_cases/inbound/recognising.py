"""Is a mail ours to read at all? Only proof says so: a known mail it answers, or one it reports on (SPEC 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.model.inbound.message import InboundMail, read_mail
from roleferry.domain.model.inbound.reading import Reading, read_inbound
from roleferry.domain.model.inbound.reply_proof import (
    Claims,
    KnownMail,
    NoReply,
    ProvenReply,
    claims_of,
    identity_of,
    lookup_names,
    prove,
)
from roleferry.domain.model.sending.tokens import TokenPurpose, open_token
from roleferry.domain.use_cases.inbound.outcomes import Outcome
from roleferry.ports.raw_events import FoundMail
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A mail that has to do with one of ours: an answer to it when `proven`, else a report about it."""

    mail: InboundMail
    reading: Reading
    identity: str
    about: FoundMail
    proven: ProvenReply | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognise:
    """Look up what a mail names, as the system, since it has no owner yet, and judge it by what is found."""

    transactions: Transactions
    token_key: bytes

    async def __call__(self, raw: bytes, *, at: datetime, user_id: UserId | None = None) -> Recognised | Outcome:
        """Return what it is, UNKNOWN or UNPROVEN; of a mail out of somebody's mailbox, only mails of theirs count."""
        mail = read_mail(raw)
        reading = read_inbound(mail, today=at.date())
        identity = identity_of(mail, raw)
        claims = claims_of(mail)
        if reading.bounce is not None or reading.complaint is not None:
            return await self._report(mail, reading, identity, claims, user_id)
        tokens = self._opened(claims)
        found = await self._find(claims.message_ids, tuple(tokens.values()), user_id)
        proven, known = _prove(mail, found, tokens)
        if proven is NoReply.UNKNOWN_MAIL:
            return Outcome.UNKNOWN
        if isinstance(proven, NoReply) or known is None:
            return Outcome.UNPROVEN
        return Recognised(mail=mail, reading=reading, identity=identity, about=known, proven=proven)

    async def name_ours(self, mails: Sequence[InboundMail], *, user_id: UserId) -> Sequence[bool]:
        """Say of each mail, by its header alone, whether it names a mail of this person's."""
        every = [claims_of(mail) for mail in mails]
        tokens = {token: one for claims in every for token, one in self._opened(claims).items()}
        wanted = tuple(dict.fromkeys(name for claims in every for name in claims.message_ids))
        found = await self._find(wanted, tuple(tokens.values()), user_id)
        outreach = {one.outreach_id for one in found}
        names = {name for one in found for name in (one.message_id.strip("<>"), one.provider_id) if name}
        return [
            any(tokens.get(token) in outreach for token in claims.tokens)
            or any(name in names for one in claims.message_ids for name in lookup_names(one))
            for claims in every
        ]

    async def _report(
        self, mail: InboundMail, reading: Reading, identity: str, claims: Claims, user_id: UserId | None
    ) -> Recognised | Outcome:
        told = reading.bounce or reading.complaint
        original = told.original_message_id if told else ""
        names = tuple(filter(None, (original, *claims.message_ids)))
        found = await self._find(names, tuple(self._opened(claims).values()), user_id)
        if not found:
            return Outcome.UNKNOWN if original else Outcome.UNPROVEN
        return Recognised(mail=mail, reading=reading, identity=identity, about=found[0], proven=None)

    def _opened(self, claims: Claims) -> dict[str, OutreachId]:
        """Return the mails of the tokens that we signed."""
        opened = {one: open_token(TokenPurpose.REPLY, one, key=self.token_key) for one in claims.tokens}
        return {token: outreach_id for token, outreach_id in opened.items() if outreach_id is not None}

    async def _find(
        self, message_ids: Sequence[str], outreach_ids: Sequence[OutreachId], user_id: UserId | None
    ) -> Sequence[FoundMail]:
        askable = [one for one in message_ids if one.isprintable()]  # no database takes NUL or half a character
        names = [form for one in askable for name in lookup_names(one) for form in (f"<{name}>", name)]
        if not names and not outreach_ids:
            return []
        async with self.transactions.begin(None) as uow:
            found = await uow.raw_events.locate(message_ids=names, provider_ids=names, outreach_ids=outreach_ids)
        return [one for one in found if user_id in {None, one.user_id}]


def _prove(
    mail: InboundMail, found: Sequence[FoundMail], tokens: Mapping[str, OutreachId]
) -> tuple[ProvenReply | NoReply, FoundMail | None]:
    by_id = {one.outreach_id: one for one in found}
    names = {name: one for one in found for name in (one.provider_id, one.message_id.strip("<>")) if name}
    proven = prove(
        mail,
        our_addresses={one.mailbox_address for one in found},
        in_inbound_folder=True,
        by_token={token: _known(by_id[name]) for token, name in tokens.items() if name in by_id},
        by_message_id={name: _known(one) for name, one in names.items()},
    )
    return proven, by_id.get(proven.outreach_id) if isinstance(proven, ProvenReply) else None


def _known(mail: FoundMail) -> KnownMail:
    return KnownMail(outreach_id=mail.outreach_id, contact_id=mail.contact_id, recipient=mail.to_address)
