"""What trying a mail server out has shown, step by step, in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from roleferry.domain.model.charsets import storable
from roleferry.domain.model.sending.connections import MailProtocol, Security
from roleferry.domain.model.sending.mail_services import service_of_host
from roleferry.domain.model.sending.mailbox import ServerLogin


class TrialStage(StrEnum):
    """How far one gets with a server, in this order."""

    NAME = "name"
    CONNECT = "connect"
    TLS = "tls"
    LOGIN = "login"


class TrialFault(StrEnum):
    """Why one gets no further."""

    HOST_UNKNOWN = "host_unknown"
    HOST_NOT_ALLOWED = "host_not_allowed"
    PORT_CLOSED = "port_closed"
    NO_ANSWER = "no_answer"
    SILENT = "silent"
    OTHER_PROTOCOL = "other_protocol"
    TURNED_AWAY = "turned_away"
    LOST = "lost"
    NO_STARTTLS = "no_starttls"
    CERTIFICATE_NAME = "certificate_name"
    CERTIFICATE = "certificate"
    TLS_FAILED = "tls_failed"
    NO_LOGIN_OFFERED = "no_login_offered"
    LOGIN_REFUSED = "login_refused"
    LOGIN_LATER = "login_later"


class StepState(StrEnum):
    """What became of a step; `not_reached` because one before it failed."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Where a trial ended: at a fault of a stage, or (None) at the end of it all; `words` are the server's own."""

    protocol: MailProtocol
    stage: TrialStage = TrialStage.LOGIN
    fault: TrialFault | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialStep:
    """One step as a person reads it: `detail` says what happened, `advice` what to do."""

    protocol: MailProtocol
    stage: TrialStage
    state: StepState
    detail: str = ""
    advice: str = ""


def steps_of(trial: Trial, login: ServerLogin) -> tuple[TrialStep, ...]:
    """Return every step of a trial; a connection that is not made safe has none for that."""
    stages = [stage for stage in TrialStage if stage is not TrialStage.TLS or login.security != Security.NONE]
    return tuple(_steps(trial, login, stages))


def _steps(trial: Trial, login: ServerLogin, stages: list[TrialStage]) -> Iterator[TrialStep]:
    failed_at = stages.index(trial.stage) if trial.fault else len(stages)
    for number, stage in enumerate(stages):
        if number < failed_at:
            yield TrialStep(protocol=trial.protocol, stage=stage, state=StepState.PASSED, detail=_PASSED[stage])
        elif number == failed_at and trial.fault:
            detail, advice = explain(trial.fault, login, words=trial.words, protocol=trial.protocol)
            state = StepState.FAILED
            yield TrialStep(protocol=trial.protocol, stage=stage, state=state, detail=detail, advice=advice)
        else:
            yield TrialStep(protocol=trial.protocol, stage=stage, state=StepState.NOT_REACHED)


_PASSED: Mapping[TrialStage, str] = MappingProxyType(
    {
        TrialStage.NAME: "The server's name leads to a public address.",
        TrialStage.CONNECT: "The server answers.",
        TrialStage.TLS: "The connection is safe, and the certificate is this server's.",
        TrialStage.LOGIN: "The server lets you in.",
    }
)


def explain(fault: TrialFault, login: ServerLogin, *, words: str, protocol: MailProtocol) -> tuple[str, str]:
    """Return what happened and what to do; the server's own words stand in quotes."""
    said = f' It said: "{storable(words, instead="?")}"' if words else ""
    if fault in _AT_LOGIN:
        detail, advice = _AT_LOGIN[fault]
        service = service_of_host(login.host)
        return detail + said, service.wants if service and fault is TrialFault.LOGIN_REFUSED else advice
    detail, advice = _BEFORE_LOGIN[fault]
    other = "tls" if login.security == Security.STARTTLS else "starttls"
    ports = "587 or 465" if protocol is MailProtocol.SMTP else "993"
    facts = {"host": login.host, "port": login.port, "security": login.security, "other": other, "ports": ports}
    return detail.format(**facts) + said, advice.format(**facts)


_AT_LOGIN: Mapping[TrialFault, tuple[str, str]] = MappingProxyType(
    {
        TrialFault.NO_LOGIN_OFFERED: (
            "The server offers no way to log in with a password.",
            "Ask its provider whether apps may log in with one, and at which port.",
        ),
        TrialFault.LOGIN_REFUSED: (
            "The server does not accept this user name and password.",
            "Check both: many providers want an app password, and the whole address as the user name.",
        ),
        TrialFault.LOGIN_LATER: (
            "The server does not let anybody in with this user name for now.",
            "Wait a quarter of an hour and test again; several wrong passwords in a row cause this.",
        ),
    }
)
_BEFORE_LOGIN: Mapping[TrialFault, tuple[str, str]] = MappingProxyType(
    {
        TrialFault.HOST_UNKNOWN: ("No server is known by the name {host}.", "Check how the name is spelt."),
        TrialFault.HOST_NOT_ALLOWED: (
            "The name {host} leads into a private network, where this service does not go.",
            "Name a server that the internet can reach.",
        ),
        TrialFault.PORT_CLOSED: (
            "Nothing answers at port {port} of {host}.",
            "Check the port: it is {ports} as a rule.",
        ),
        TrialFault.NO_ANSWER: (
            "{host} did not answer at port {port} in time.",
            "The port may be blocked on the way or not be the server's: try {ports}.",
        ),
        TrialFault.SILENT: (
            "{host} took the connection at port {port} and then said nothing.",
            "That port may be spoken the other way: try {other}.",
        ),
        TrialFault.OTHER_PROTOCOL: (
            "What answers at port {port} of {host} is not the kind of mail server it should be.",
            "Check the port: it is {ports} as a rule.",
        ),
        TrialFault.TURNED_AWAY: (
            "The server turned us away before a word was said.",
            "Wait and test again; if it stays so, ask its provider whether it takes connections from this service.",
        ),
        TrialFault.LOST: ("The server closed the connection.", "Wait and test again."),
        TrialFault.NO_STARTTLS: (
            "The server offers no encryption (STARTTLS) at port {port}, so no password was sent.",
            "Try {other} at port {ports}.",
        ),
        TrialFault.CERTIFICATE_NAME: (
            "The certificate is valid for another name than {host}, so no password was sent.",
            "Give the name that stands in the certificate; hosts of small domains often have their provider's.",
        ),
        TrialFault.CERTIFICATE: (
            "Nobody we trust vouches for the server's certificate, or it has run out, so no password was sent.",
            "Ask the server's provider to renew it.",
        ),
        TrialFault.TLS_FAILED: (
            "No safe connection could be made at port {port} with {security}.",
            "That port may be spoken the other way: try {other}.",
        ),
    }
)
