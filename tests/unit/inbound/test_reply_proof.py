from __future__ import annotations

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.ids import ContactId, OutreachId
from roleferry.domain.model.inbound.message import read_mail
from roleferry.domain.model.inbound.reply_proof import (
    KnownMail,
    NoReply,
    ProofKind,
    ProvenReply,
    claims_of,
    identity_of,
    lookup_names,
    prove,
)
from tests.unit.inbound.mails import a_mail

KNOWN = KnownMail(outreach_id=OutreachId(UUID(int=1)), contact_id=ContactId(UUID(int=2)), recipient="kim@acme.example")
OTHER = KnownMail(outreach_id=OutreachId(UUID(int=3)), contact_id=ContactId(UUID(int=4)), recipient="lee@b.example")
TOKEN = "abcdefghij234567abcdefghij234567abcdefgh"
IDS = {"key1@home.example": KNOWN, "key0@home.example": OTHER, "0100-abc-000000": KNOWN}
ANSWERS = "In-Reply-To: <key1@home.example>\r\nReferences: <key0@home.example> <key1@home.example>"


def judged(raw: bytes, *, inbound: bool = True, tokens: dict[str, KnownMail] | None = None) -> ProvenReply | NoReply:
    return prove(
        read_mail(raw),
        our_addresses={"ana@home.example", "Ana.Alias@home.example"},
        in_inbound_folder=inbound,
        by_token=tokens or {},
        by_message_id=IDS,
    )


def proven(raw: bytes, *, tokens: dict[str, KnownMail] | None = None) -> ProvenReply:
    reply = judged(raw, tokens=tokens)
    assert isinstance(reply, ProvenReply)
    return reply


def test_an_answer_in_the_thread_is_a_reply() -> None:
    reply = proven(a_mail(headers=ANSWERS))
    assert (reply.outreach_id, reply.proof, reply.from_colleague) == (KNOWN.outreach_id, ProofKind.IN_REPLY_TO, False)


def test_references_alone_count_nearest_first() -> None:
    headers = "References: <key0@home.example> <key1@home.example> <x@acme.example>"
    assert proven(a_mail(headers=headers)).outreach_id == KNOWN.outreach_id


def test_a_colleague_who_answers_is_credited_to_the_mail() -> None:
    reply = proven(a_mail(headers=ANSWERS, sender="Dana <dana@acme.example>"))
    assert (reply.contact_id, reply.sender, reply.from_colleague) == (KNOWN.contact_id, "dana@acme.example", True)


def test_a_checked_token_in_the_recipients_address_is_the_strongest_proof() -> None:
    raw = a_mail(headers=f"{ANSWERS}\r\nDelivered-To: ana+{TOKEN.upper()}@home.example")
    reply = proven(raw, tokens={TOKEN: OTHER})
    assert (reply.outreach_id, reply.proof) == (OTHER.outreach_id, ProofKind.TAGGED_ADDRESS)


def test_an_unchecked_token_proves_nothing() -> None:
    raw = a_mail(headers=f"Delivered-To: ana+{TOKEN}@home.example")
    assert judged(raw) is NoReply.UNKNOWN_MAIL


def test_the_subject_alone_is_never_enough() -> None:
    assert judged(a_mail(subject="Re: A note")) is NoReply.NO_REFERENCE


def test_a_thread_of_somebody_else_is_no_reply_to_us() -> None:
    assert judged(a_mail(headers="In-Reply-To: <foreign@else.example>")) is NoReply.UNKNOWN_MAIL


def test_our_own_copy_is_never_a_reply() -> None:
    assert judged(a_mail(headers=ANSWERS, sender="Ana <ANA@home.example>")) is NoReply.FROM_US
    assert judged(a_mail(headers=ANSWERS, sender="ana.alias+x@home.example")) is NoReply.FROM_US
    assert judged(a_mail(headers=ANSWERS, sender="")) is NoReply.FROM_US


def test_a_mail_in_the_sent_folder_is_never_a_reply() -> None:
    assert judged(a_mail(headers=ANSWERS), inbound=False) is NoReply.NOT_INBOUND


def test_a_mail_to_somebody_else_is_no_reply_to_us() -> None:
    raw = a_mail(headers=ANSWERS).replace(b"To: Ana Ruiz <ana@home.example>", b"To: lee@b.example")
    assert judged(raw) is NoReply.NOT_TO_US


def test_an_id_that_the_provider_put_in_place_of_ours_is_found_by_its_local_part() -> None:
    assert lookup_names("0100-abc-000000@eu-west-1.amazonses.com")[-1] == "0100-abc-000000"
    assert lookup_names("0100-abc-000000@evil-amazonses.com.example") == ("0100-abc-000000@evil-amazonses.com.example",)
    assert proven(a_mail(headers="In-Reply-To: <0100-abc-000000@email.amazonses.com>")).outreach_id == KNOWN.outreach_id


def test_a_missing_message_id_is_made_from_the_bytes() -> None:
    raw = a_mail()
    assert identity_of(read_mail(raw), raw) == identity_of(read_mail(raw), raw)
    assert identity_of(read_mail(raw), raw) != identity_of(read_mail(raw), raw + b"x")
    named = a_mail(headers="Message-ID: <m1@acme.example>")
    assert identity_of(read_mail(named), named) == "m1@acme.example"


def test_a_name_that_no_database_keeps_is_no_name() -> None:
    """Anybody may send such a header; looking for it would fail, for every mail that is read along with it."""
    for name in ("=?utf-7?Q?<a+2AA-b@x.example>?=", "=?utf-8?Q?<a=00b@x.example>?=", "<a\x00b@x.example>"):
        raw = a_mail(headers=f"Message-ID: {name}\r\nIn-Reply-To: {name}\r\nReferences: {name} <m1@acme.example>")
        mail = read_mail(raw)
        assert not {"a\x00b@x.example", "a\ud800b@x.example"} & set(claims_of(mail).message_ids)
        assert identity_of(mail, raw).endswith("@missing.invalid")


def test_thousands_of_references_are_bounded() -> None:
    many = " ".join(f"<{n}@x.example>" for n in range(5000))
    assert len(claims_of(read_mail(a_mail(headers=f"References: {many}"))).message_ids) <= 60


@given(st.text(max_size=200), st.text(max_size=100))
@settings(max_examples=100, deadline=None)
def test_no_made_up_header_proves_a_reply(references: str, sender: str) -> None:
    raw = a_mail(headers=f"References: {references}", sender=sender.replace("\r", "").replace("\n", ""))
    assert isinstance(judged(raw), NoReply)
