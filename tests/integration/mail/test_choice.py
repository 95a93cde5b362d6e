"""The mail adapter that settings choose: it sends with its keys, behind the wall, and beside mailboxes' own servers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from roleferry.adapters.guarded_hosts import GuardedHosts
from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.entrypoints.container.mail import mailer_of
from roleferry.entrypoints.settings import Settings, SettingsError
from roleferry.ports.errors import Refused, Rejected
from roleferry.ports.mail import Mailer, OutgoingMail
from tests.contracts.mailer import a_mail
from tests.doubles.http import VendorDouble
from tests.doubles.mail_vendors import SECRET, VENDORS, serve
from tests.doubles.smtp import SmtpDouble
from tests.integration.mail.logins import a_login

KEYS: dict[str, dict[str, Any]] = {
    "ses": {
        "ses_access_key": "AKIDEXAMPLE",
        "ses_secret_key": SECRET,
        "ses_region": "eu-west-1",
        "ses_configuration_set": "roleferry",
    },
    "sendgrid": {"sendgrid_api_key": SECRET},
    "mailgun": {"mailgun_api_key": SECRET, "mailgun_domain": "sender.example"},
    "postmark": {"postmark_token": SECRET},
}


def _mailer(name: str, double: VendorDouble, *, allowed: AllowedRecipients | None = None) -> Mailer:
    serve(double, VENDORS[name])
    settings = Settings(phase="week12", email=name, mail_api_url=double.url, **KEYS[name])
    return mailer_of(settings, name, allowed, hosts=GuardedHosts(allow_loopback=True))


def _by(name: str, mail: OutgoingMail) -> OutgoingMail:
    return replace(mail, mailbox=replace(mail.mailbox, provider=name))


@pytest.mark.parametrize("name", KEYS)
async def test_it_sends_with_the_keys_of_the_settings(name: str, vendor_double: VendorDouble) -> None:
    mailer = _mailer(name, vendor_double)
    accepted = await mailer.send(_by(name, a_mail()))
    await mailer.aclose()
    assert accepted.provider_id
    (request,) = vendor_double.requests
    assert VENDORS[name].is_authentic(request)
    assert VENDORS[name].arrived(request).recipient == "zoe@firm.example"


@pytest.mark.parametrize("name", KEYS)
async def test_the_wall_stands_in_front_of_every_vendor(name: str, vendor_double: VendorDouble) -> None:
    mailer = _mailer(name, vendor_double, allowed=AllowedRecipients.of("inside.example"))
    with pytest.raises(Rejected) as caught:
        await mailer.send(_by(name, a_mail()))
    await mailer.aclose()
    assert caught.value.code == "recipient_not_internal"
    assert vendor_double.requests == []


async def test_a_mailbox_with_a_server_of_its_own_sends_by_that(vendor_double: VendorDouble) -> None:
    mailer = _mailer("postmark", vendor_double)
    with SmtpDouble() as own:
        await mailer.send(a_mail(login=a_login(own.port)))
        await mailer.aclose()
        assert (len(own.taken), vendor_double.requests) == (1, [])
    assert mailer.capability.is_real
    assert not mailer.capability.reports_delivery


async def test_without_a_shared_server_a_mailbox_without_its_own_sends_nothing(tmp_path: Path) -> None:
    mailer = mailer_of(Settings(home=tmp_path), "smtp", None, hosts=GuardedHosts())
    with pytest.raises(Rejected, match="names no mail server"):
        await mailer.send(a_mail())


async def test_a_server_that_a_person_named_is_not_looked_for_in_private_networks(tmp_path: Path) -> None:
    with SmtpDouble() as private:
        mailer = mailer_of(Settings(home=tmp_path), "smtp", None, hosts=GuardedHosts())
        with pytest.raises(Refused, match="private network"):
            await mailer.send(a_mail(login=a_login(private.port)))
        assert private.connections == 0


async def test_the_operators_own_server_may_be_anywhere(tmp_path: Path) -> None:
    with SmtpDouble() as private:
        settings = Settings(home=tmp_path, smtp_url=f"smtp+plain://127.0.0.1:{private.port}")
        mailer = mailer_of(settings, "smtp", None, hosts=GuardedHosts())
        await mailer.send(a_mail())
        await mailer.aclose()
        assert len(private.taken) == 1


def test_a_shared_server_that_cannot_be_read_is_an_error_that_names_the_variable(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ROLEFERRY_SMTP_URL"):
        mailer_of(Settings(home=tmp_path, smtp_url="mail.example"), "smtp", None, hosts=GuardedHosts())
