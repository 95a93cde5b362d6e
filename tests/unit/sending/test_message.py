from __future__ import annotations

import unicodedata
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.ids import CampaignId, ContactId, OutreachId
from roleferry.domain.model.sending.address import InvalidAddress
from roleferry.domain.model.sending.footer import NoPostalAddress
from roleferry.domain.model.sending.header_values import HeaderInjection, header_value, is_clean
from roleferry.domain.model.sending.html_body import html_of
from roleferry.domain.model.sending.message import MessageLinks, UnfitMail, compose, reply_address
from roleferry.domain.model.sending.threading import (
    NEW_THREAD,
    Thread,
    bare_subject,
    message_id_for,
    reply_subject,
    same_thread,
)
from roleferry.domain.model.sending.tokens import TokenPurpose, open_token, send_key, sign
from tests.unit.sending.factories import MONDAY, a_mailbox, an_outreach, uid

KEY = b"test key"
LINKS = MessageLinks(
    unsubscribe_url="https://app.example.com/u/token",
    unsubscribe_address="out@reply.example.com",
    unsubscribe_token="token",
    reply_to="mia+abc@sender.example",
)


def test_no_control_character_or_line_separator_passes_into_a_header() -> None:
    refused: list[int] = []
    for code in (*range(0x300), *range(0x2000, 0x2100), *range(0xD7F0, 0xE010), 0x10FFFF):
        character = chr(code)
        dangerous = unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        turns = unicodedata.bidirectional(character) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        if dangerous or turns:
            refused.append(code)
            with pytest.raises(HeaderInjection):
                header_value(f"a{character}b", name="Subject")
        else:
            assert header_value(f"a{character}b", name="Subject")
    assert {0, 9, 10, 13, 0x7F, 0x85, 0x9F, 0x2028, 0x2029} <= set(refused)


def test_a_header_value_longer_than_a_line_is_refused() -> None:
    with pytest.raises(HeaderInjection):
        header_value("é" * 451, name="Subject")
    assert not is_clean("x" * 901)


def test_a_mail_has_its_footer_opt_out_and_checked_parts() -> None:
    message = compose(an_outreach(), mailbox=a_mailbox(), links=LINKS, date=MONDAY)
    assert message.text.endswith(
        "\n\n-- \nMia Sender, 1 Quay Street, Harbour Town\n"
        "If you would rather not hear from me again, say so here: https://app.example.com/u/token\n"
    )
    assert message.list_unsubscribe == (
        "<https://app.example.com/u/token>",
        "<mailto:out@reply.example.com?subject=token>",
    )
    assert message.list_unsubscribe_post == "List-Unsubscribe=One-Click"
    assert (message.subject, message.thread) == ("Shorter queues", NEW_THREAD)
    assert not message.needs_smtputf8
    assert "<img" not in message.html


def test_a_mail_in_the_thread_answers_it() -> None:
    message = compose(
        an_outreach(), mailbox=a_mailbox(), links=LINKS, thread=same_thread(["<a@b.example>"]), date=MONDAY
    )
    assert message.subject == "Re: Shorter queues"
    assert message.thread == Thread(in_reply_to="<a@b.example>", references=("<a@b.example>",))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"subject": "Hello\r\nBcc: x@y.example"}, HeaderInjection),
        ({"subject": "  "}, UnfitMail),
        ({"subject": "Re: "}, UnfitMail),
        ({"body": " \n"}, UnfitMail),
        ({"body": "nul \0 here"}, UnfitMail),
        ({"to_name": "Ada\nBcc: x@y.example"}, HeaderInjection),
        ({"to_address": "ada@firm.example\nBcc: x@y.example"}, InvalidAddress),
        ({"message_id": "<a@b>\r\nX: y"}, HeaderInjection),
    ],
)
def test_an_unfit_mail_is_refused(changes: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        compose(an_outreach(**changes), mailbox=a_mailbox(), links=LINKS, date=MONDAY)


def test_a_mailbox_without_postal_address_sends_nothing() -> None:
    with pytest.raises(NoPostalAddress):
        compose(an_outreach(), mailbox=a_mailbox(postal_address=" \n "), links=LINKS, date=MONDAY)


def test_an_opt_out_link_that_is_none_is_refused() -> None:
    for url in ("javascript:alert(1)", "https://x.example/>, <https://y.example/", "https://x.example/ y", ""):
        with pytest.raises(UnfitMail):
            compose(an_outreach(), mailbox=a_mailbox(), links=MessageLinks(unsubscribe_url=url), date=MONDAY)


def test_html_escapes_everything_and_links_only_bare_links() -> None:
    page = html_of('Hi <b>Ada</b> & "Bob"\nsee https://x.example/a?b=1&c="2".\n\n\nBye')
    assert "<p>Hi &lt;b&gt;Ada&lt;/b&gt; &amp; &quot;Bob&quot;<br>\n" in page
    assert '<a href="https://x.example/a?b=1&amp;c=">https://x.example/a?b=1&amp;c=</a>&quot;2&quot;.' in page
    assert page.count("<p>") == 2


@settings(max_examples=100)
@given(st.text(alphabet="ab<>&\"'/: \nhtps.=?", max_size=80))
def test_no_text_can_break_out_of_the_html(text: str) -> None:
    page = html_of(text)
    for tag in ("<p>", "</p>", "<br>", "</a>", "<!DOCTYPE html>", "<html>", "<head>", '<meta charset="utf-8">'):
        page = page.replace(tag, "")
    for tag in ("</head>", "<body>", "</body>", "</html>"):
        page = page.replace(tag, "")
    assert page.count("<") == page.count('<a href="http')


@pytest.mark.parametrize(
    ("subject", "reply"),
    [
        ("Queues", "Re: Queues"),
        ("Re: Queues", "Re: Queues"),
        ("RE: AW: re[2]: Queues", "Re: Queues"),
        ("Recall: Queues", "Re: Recall: Queues"),
        ("SV:Queues", "Re: Queues"),
    ],
)
def test_a_reply_has_one_prefix(subject: str, reply: str) -> None:
    assert reply_subject(subject) == reply
    assert reply_subject(reply) == reply


def test_a_subject_of_prefixes_only_is_empty() -> None:
    assert bare_subject("Re: Re:") == ""


def test_a_long_thread_names_the_first_and_the_latest() -> None:
    earlier = [f"<{n}@x.example>" for n in range(30)]
    thread = same_thread(earlier)
    assert thread.in_reply_to == earlier[-1]
    assert thread.references == (earlier[0], *earlier[-9:])


def test_what_is_no_message_id_names_no_thread() -> None:
    assert same_thread([]) == same_thread(["", "<a b@c>", "a@b", "<a@b>\r\nX: y"]) == NEW_THREAD


def test_a_message_id_follows_from_the_send_key_and_the_senders_domain() -> None:
    key = send_key(CampaignId(uid(1)), ContactId(uid(2)), 3)
    assert message_id_for(key, sender_domain="Bücher.example") == f"<{key}@xn--bcher-kva.example>"
    assert key.isalnum()
    assert len(key) == 32
    assert (
        len({send_key(CampaignId(uid(c)), ContactId(uid(p)), s) for c in (1, 2) for p in (1, 2) for s in (1, 2)}) == 8
    )


@settings(max_examples=100)
@given(st.uuids(), st.sampled_from(TokenPurpose))
def test_a_token_opens_for_its_purpose_and_key_only(identity: UUID, purpose: TokenPurpose) -> None:
    token = sign(purpose, OutreachId(identity), key=KEY)
    assert token.isalnum()
    assert open_token(purpose, token.upper(), key=KEY) == identity
    assert open_token(purpose, token, key=b"another") is None
    for other in TokenPurpose:
        assert (open_token(other, token, key=KEY) == identity) == (other is purpose)


@settings(max_examples=100)
@given(st.uuids(), st.integers(0), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567-_ é\n"))
def test_a_changed_token_opens_nothing(identity: UUID, position: int, character: str) -> None:
    token = sign(TokenPurpose.UNSUBSCRIBE, OutreachId(identity), key=KEY)
    place = position % len(token)
    changed = token[:place] + character + token[place + 1 :]
    opened = open_token(TokenPurpose.UNSUBSCRIBE, changed, key=KEY)
    assert opened is None or changed.strip() == token


@settings(max_examples=100)
@given(st.text(max_size=90))
def test_any_text_is_a_token_or_none(text: str) -> None:
    assert open_token(TokenPurpose.CLICK, text, key=KEY) is None


def test_a_reply_address_fits_a_local_part_or_there_is_none() -> None:
    token = sign(TokenPurpose.REPLY, OutreachId(uid(1)), key=KEY)
    assert reply_address("mia@sender.example", token) == f"mia+{token}@sender.example"
    assert reply_address(f"{'m' * 30}@sender.example", token) is None
