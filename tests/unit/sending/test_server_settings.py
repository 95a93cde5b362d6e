"""What a person says of a mail server becomes a login that can work, or a sentence that says why it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.sending.connections import MailProtocol, SealedLogin, Security
from roleferry.domain.model.sending.mail_services import MAIL_SERVICES, service_of_domain, service_of_host
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin
from roleferry.domain.model.sending.server_settings import GivenServer, ServerSettingsInvalid, login_from
from roleferry.domain.model.sending.trial import StepState, Trial, TrialFault, TrialStage, explain, steps_of

ADDRESS = "ada@sample.test"
SMTP, IMAP = MailProtocol.SMTP, MailProtocol.IMAP
_HOSTS = st.sampled_from(
    ["mail.sample.test", "smtp.gmail.com", "imap.gmail.com", "127.0.0.1", "localhost", "::1", "", "\u017f.test"]
)
_GIVEN = st.builds(
    GivenServer,
    host=st.none() | _HOSTS | st.text(max_size=30),
    port=st.none() | st.sampled_from([25, 143, 465, 587, 993, 995, 2525]) | st.integers(1, 65535),
    security=st.none() | st.sampled_from(Security),
    username=st.none() | st.text(min_size=1, max_size=20),
    password=st.none() | st.builds(Secret, st.text(min_size=1, max_size=20)),
)
_BEFORE = st.none() | st.builds(
    SealedLogin,
    host=st.just("mail.sample.test"),
    port=st.sampled_from([587, 465, 993, 2525]),
    security=st.sampled_from([Security.TLS, Security.STARTTLS]),
    username=st.sampled_from([ADDRESS, "ada"]),
    password=st.just(b"sealed"),
)


@settings(max_examples=300)
@given(st.sampled_from(MailProtocol), _GIVEN, st.none() | st.sampled_from([*MAIL_SERVICES.values()]), _BEFORE)
def test_whatever_is_said_becomes_a_safe_login_or_a_sentence(
    protocol: MailProtocol, said: GivenServer, service: object, before: SealedLogin | None
) -> None:
    try:
        login, is_new = login_from(protocol, said, address=ADDRESS, service=service, before=before)  # type: ignore[arg-type]
    except ServerSettingsInvalid as error:
        faults = error.errors
    else:
        faults = ()
        _check(login, before, said=said, is_new=is_new)
    assert all(one.path.startswith(protocol) and one.message for one in faults)


def _check(login: ServerLogin, before: SealedLogin | None, *, said: GivenServer, is_new: bool) -> None:
    assert login.host.isascii()
    assert login.security != "none" or login.host in {"127.0.0.1", "localhost", "::1"}
    assert login.username.isprintable()
    assert is_new is (said.password is not None)
    if not is_new:
        assert before is not None
        assert (login.host, login.security, login.username) == (before.host, before.security, before.username)


def test_google_shows_its_app_password_in_groups() -> None:
    said = GivenServer(password=Secret("abcd efgh ijkl mnop"))
    gmail, _ = login_from(SMTP, said, address="ada@gmail.com", service=MAIL_SERVICES["gmail"])
    other, _ = login_from(SMTP, said, address=ADDRESS, service=MAIL_SERVICES["fastmail"])
    assert gmail.password.reveal() == "abcdefghijklmnop"
    assert other.password.reveal() == "abcd efgh ijkl mnop"
    assert "abcd" not in repr(gmail) + str(gmail) + repr(said)


def test_a_servers_own_words_win_over_its_service() -> None:
    said = GivenServer(host="relay.sample.test", password=Secret("x"))
    login, _ = login_from(SMTP, said, address=ADDRESS, service=MAIL_SERVICES["yahoo"])
    assert (login.host, login.port, login.security) == ("relay.sample.test", 587, "starttls")


@pytest.mark.parametrize("service", MAIL_SERVICES.values(), ids=lambda one: one.key)
def test_the_servers_of_every_service_are_ones_we_would_take_from_a_person(service: object) -> None:
    for protocol in MailProtocol:
        login, _ = login_from(protocol, GivenServer(password=Secret("x")), address=ADDRESS, service=service)  # type: ignore[arg-type]
        assert service_of_host(login.host) is service


def test_services_are_known_by_address_and_by_who_takes_in_mail() -> None:
    assert service_of_domain("googlemail.com") is MAIL_SERVICES["gmail"]
    assert service_of_domain("sample.test") is None
    assert service_of_host("ASPMX.L.GOOGLE.COM.") is MAIL_SERVICES["gmail"]
    assert service_of_host("sample-test.mail.protection.outlook.com") is MAIL_SERVICES["microsoft"]
    assert service_of_host("notgoogle.com") is None


def _login(host: str = "mail.sample.test", security: str = "starttls") -> ServerLogin:
    return ServerLogin(host=host, port=587, username=ADDRESS, password=Secret("x"), security=security)


@pytest.mark.parametrize("protocol", MailProtocol)
@pytest.mark.parametrize("fault", TrialFault)
def test_every_fault_has_words_and_something_to_do(protocol: MailProtocol, fault: TrialFault) -> None:
    detail, advice = explain(fault, _login(), words="no {braces}", protocol=protocol)
    assert detail.endswith('It said: "no {braces}"')
    assert advice.endswith(".")
    assert "{" not in advice


def test_a_refused_password_is_explained_by_its_service() -> None:
    _, advice = explain(TrialFault.LOGIN_REFUSED, _login("smtp.gmail.com"), words="535", protocol=SMTP)
    assert "apppasswords" in advice


def test_a_servers_words_can_be_kept_in_whatever_charset_they_come() -> None:
    words = "mot de passe refus\udce9\0"
    detail, _ = explain(TrialFault.LOGIN_REFUSED, _login(), words=words, protocol=SMTP)
    assert "mot de passe refus??" in detail


@pytest.mark.parametrize("stage", TrialStage)
def test_steps_after_a_fault_were_not_reached(stage: TrialStage) -> None:
    steps = steps_of(Trial(protocol=IMAP, stage=stage, fault=TrialFault.LOST), _login())
    states = [one.state for one in steps]
    at = [*TrialStage].index(stage)
    assert states == [StepState.PASSED] * at + [StepState.FAILED] + [StepState.NOT_REACHED] * (3 - at)
    assert {one.state for one in steps_of(Trial(protocol=IMAP), _login())} == {StepState.PASSED}
    assert len(steps_of(Trial(protocol=IMAP), _login(security="none"))) == 3
