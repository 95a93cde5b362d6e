"""Nothing leaves for anybody outside while only internal recipients are mailed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.internal_only import InternalOnlyMailer
from roleferry.adapters.smtp import BadServerUrl, SmtpMailer, login_of
from roleferry.domain.model.sending.address import InvalidAddress, parse_address
from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.ports.errors import Rejected
from tests.contracts.mailer import a_mail
from tests.doubles.smtp import SmtpDouble

LIST = "firm.example, @Büro.example , Ada+x@home.example"


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("kim@firm.example", True),
        ("kim@FIRM.example", True),
        ("kim@xn--bro-hoa.example", True),
        ("ada+x@home.example", True),
        ("ADA+X@home.example", True),
        ("ada@home.example", False),
        ("kim@sub.firm.example", False),
        ("kim@notfirm.example", False),
        ("kim@firm.example.evil.example", False),
        ("kim@firm.example@evil.example", False),
        ("firm.example", False),
        ("", False),
    ],
)
def test_the_list_means_what_it_says(address: str, allowed: bool) -> None:
    assert AllowedRecipients.of(LIST).allow(address) is allowed


@pytest.mark.parametrize("written", ["firm", "a@b@c", "firm.example ada@home.example", "*", "*.firm.example"])
def test_an_entry_that_is_neither_address_nor_domain_is_an_error(written: str) -> None:
    with pytest.raises(InvalidAddress):
        AllowedRecipients.of(written)


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_an_empty_list_allows_nobody(address: str) -> None:
    assert not AllowedRecipients.of(" , ").allow(address)


async def test_whoever_is_outside_is_refused_before_any_call(server: SmtpDouble, mailer: SmtpMailer) -> None:
    guarded = InternalOnlyMailer(mailer, allowed=AllowedRecipients.of(LIST))
    with pytest.raises(Rejected) as caught:
        await guarded.send(a_mail(to_address=parse_address("kim@outside.example")))
    assert caught.value.code == "recipient_not_internal"
    assert server.connections == 0


async def test_whoever_is_inside_gets_the_mail(server: SmtpDouble, mailer: SmtpMailer) -> None:
    guarded = InternalOnlyMailer(mailer, allowed=AllowedRecipients.of(LIST))
    await guarded.send(a_mail())
    assert [one.recipient for one in server.taken] == ["zoe@firm.example"]
    assert guarded.capability == mailer.capability


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mia%40x.example:p%3Aw@mail.example.com", ("mail.example.com", 587, "mia@x.example", "starttls")),
        ("smtps://mail.example.com:4650", ("mail.example.com", 4650, "", "tls")),
        ("smtp+plain://127.0.0.1:1025", ("127.0.0.1", 1025, "", "none")),
    ],
)
def test_a_server_is_named_by_one_line(url: str, expected: tuple[str, int, str, str]) -> None:
    login = login_of(url)
    assert (login.host, login.port, login.username, login.security) == expected


@pytest.mark.parametrize("url", ["", "mail.example.com", "http://x", "smtp://", "smtp://h:99999", "smtp://[::1"])
def test_a_line_that_names_none_is_an_error(url: str) -> None:
    with pytest.raises(BadServerUrl):
        login_of(url)
