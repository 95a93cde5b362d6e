"""`roleferry doctor`: what is chosen, why, what is missing, what it can cost, and whether everything can be reached."""

import os
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import urlsplit

import msgspec
from rich.console import Console
from rich.table import Table

from roleferry.entrypoints.cli.open_webhooks import open_webhooks
from roleferry.entrypoints.container import probe_database, probe_redis
from roleferry.entrypoints.container.embedded import embedded_servers
from roleferry.entrypoints.phases import Choice, choose, chosen
from roleferry.entrypoints.settings import Settings, SettingsError, load

T = TypeVar("T")
State = Literal["ok", "warning", "problem"]
_LATE_SECONDS = 30
_MARKS: Mapping[State, str] = {"ok": "[green]ok[/]", "warning": "[yellow]note[/]", "problem": "[red]problem[/]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    name: str
    state: State
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Everything that was found; `ok` when nothing keeps the service from working."""

    phase: str
    environment: str
    mock_mode: bool
    ports: tuple[Choice, ...]
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether no finding is a problem."""
        return all(finding.state != "problem" for finding in self.findings)


async def doctor(environment: Mapping[str, str] = os.environ, *, as_json: bool) -> int:
    """Print the diagnosis; 0 when all is well, 1 when something keeps the service from working."""
    found = await diagnose(with_local_servers(environment))
    if as_json:
        sys.stdout.write(msgspec.json.encode({"ok": found.ok, **asdict(found)}).decode() + "\n")
    else:
        _print(found)
    return 0 if found.ok else 1


async def diagnose(environment: Mapping[str, str]) -> Diagnosis:
    """Look at everything; a setting that is wrong ends the looking."""
    try:
        settings = load(environment)
        ports = choose(settings)
    except SettingsError as error:
        wrong = Finding(name="settings", state="problem", detail=str(error))
        return Diagnosis(phase="", environment="", mock_mode=False, ports=(), findings=(wrong,))
    findings = [
        *_of_ports(ports),
        *_of_mail(settings, chosen(ports, "email")),
        *_of_webhooks(settings, chosen(ports, "email")),
        _secret(settings),
        _home(settings),
        *await _of_database(settings.database_url),
        await _of_redis(settings.redis_url),
    ]
    return Diagnosis(
        phase=settings.phase,
        environment=settings.env,
        mock_mode=settings.mock_mode,
        ports=ports,
        findings=tuple(findings),
    )


def with_local_servers(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Look at what `make run` started here, where nothing else is said."""
    if environment.get("DATABASE_URL"):
        return environment
    home = Path(environment.get("ROLEFERRY_HOME") or ".roleferry").absolute()
    addresses = {}
    for name, server in embedded_servers(home).items():
        try:
            addresses[name] = server.url
        except OSError:
            continue
    return {"ROLEFERRY_ENV": "dev", **addresses, **environment}


def _of_ports(ports: tuple[Choice, ...]) -> Iterator[Finding]:
    for choice in ports:
        if choice.warning:
            needs = f"; it would need {', '.join(choice.missing)}" if choice.missing else ""
            yield Finding(name=f"port {choice.port}", state="warning", detail=f"{choice.warning}{needs}")


def _of_mail(settings: Settings, choice: Choice) -> Iterator[Finding]:
    """Say by what real mail leaves, and for whom."""
    if choice.adapter == "mock":
        return
    shared = {"smtp": "ROLEFERRY_SMTP_URL"}.get(choice.adapter, choice.adapter)
    if choice.adapter == "smtp" and not settings.smtp_url:
        yield Finding(name="mail", state="ok", detail="each mailbox needs a server of its own to send by")
    else:
        yield Finding(name="mail", state="ok", detail=f"by {shared}, or by a mailbox's own server where it has one")
    if settings.phase != "week12":
        inside = settings.internal_recipients or "nobody: set ROLEFERRY_INTERNAL_RECIPIENTS"
        state: State = "ok" if settings.internal_recipients else "warning"
        yield Finding(name="recipients", state=state, detail=f"real mail goes to {inside}")


def _of_webhooks(settings: Settings, choice: Choice) -> Iterator[Finding]:
    """Say which vendors can tell us what became of mail, and where."""
    try:
        for one in open_webhooks(settings, mail_by=choice.adapter):
            yield Finding(name=f"webhook {one.vendor}", state="warning" if one.missed else "ok", detail=one.detail)
    except SettingsError as error:
        yield Finding(name="webhooks", state="problem", detail=str(error))


def _secret(settings: Settings) -> Finding:
    if settings.is_dev:
        return Finding(name="secret", state="ok", detail="dev: a fixed one that production refuses")
    return Finding(name="secret", state="ok", detail="set, long enough")


def _home(settings: Settings) -> Finding:
    home = settings.home.absolute()
    beside = next(parent for parent in (home, *home.parents) if parent.exists())
    if os.access(beside, os.W_OK):
        return Finding(name="home", state="ok", detail=f"{home} can be written")
    return Finding(name="home", state="problem", detail=f"{home} cannot be written: set ROLEFERRY_HOME")


async def _of_database(url: str) -> tuple[Finding, ...]:
    if not url:
        detail = "no address: set DATABASE_URL, or start `make run` here first"
        return (Finding(name="database", state="problem", detail=detail),)
    answer, milliseconds = await _timed(lambda: probe_database(url))
    if isinstance(answer, str):
        return (Finding(name="database", state="problem", detail=f"{_place(url)} cannot be used: {answer}"),)
    reached = Finding(
        name="database", state="ok", detail=f"PostgreSQL {answer.version} at {_place(url)}, {milliseconds} ms"
    )
    return reached, _migrations(answer.pending), _worker(answer.heartbeat_age), _sending(answer.sending_hold)


def _migrations(pending: list[str]) -> Finding:
    if pending:
        detail = f"{len(pending)} to apply ({', '.join(pending[:5])}): run `roleferry migrate`"
        return Finding(name="migrations", state="problem", detail=detail)
    return Finding(name="migrations", state="ok", detail="all applied")


def _worker(age: float | None) -> Finding:
    if age is None:
        detail = "none has ever run here: start `roleferry worker`; until then nothing is sent"
        return Finding(name="worker", state="problem", detail=detail)
    if age > _LATE_SECONDS:
        detail = f"silent for {age:.0f} s: start `roleferry worker`; until then nothing is sent"
        return Finding(name="worker", state="problem", detail=detail)
    return Finding(name="worker", state="ok", detail=f"alive {age:.0f} s ago")


def _sending(hold: str | None) -> Finding:
    if hold is None:
        return Finding(name="sending", state="ok", detail="nobody holds it")
    detail = f"held: {hold}; nothing leaves until `roleferry release --why ...`"
    return Finding(name="sending", state="problem", detail=detail)


async def _of_redis(url: str) -> Finding:
    if not url:
        detail = "no address: set REDIS_URL, or start `make run` here first"
        return Finding(name="redis", state="problem", detail=detail)
    answer, milliseconds = await _timed(lambda: probe_redis(url))
    if answer is not None:
        detail = f"{_place(url)} cannot be used: {answer}; work still gets done at the next sweep"
        return Finding(name="redis", state="problem", detail=detail)
    return Finding(name="redis", state="ok", detail=f"answers at {_place(url)}, {milliseconds} ms")


async def _timed(ask: Callable[[], Awaitable[T]]) -> tuple[T, int]:
    began = time.perf_counter()
    answer = await ask()
    return answer, round((time.perf_counter() - began) * 1000)


def _place(url: str) -> str:
    """Return host and port: passwords stay where they are."""
    parts = urlsplit(url)
    return f"{parts.hostname or 'a local socket'}:{parts.port or ''}".rstrip(":")


def _print(found: Diagnosis) -> None:
    console = Console(highlight=False)
    if found.ports:
        mock = ", mock mode" if found.mock_mode else ""
        table = Table(title=f"Ports in {found.environment}, phase {found.phase}{mock}", title_justify="left")
        for column in ("port", "adapter", "why", "can cost"):
            table.add_column(column, overflow="fold")
        for choice in found.ports:
            why = f"{choice.why} ({choice.wanted} asked for)" if choice.wanted != choice.adapter else choice.why
            table.add_row(f"{choice.port} (ROLEFERRY_{choice.setting.upper()})", choice.adapter, why, choice.cost)
        console.print(table)
    for finding in found.findings:
        console.print(f"{_MARKS[finding.state]} [bold]{finding.name}[/]: ", end="")
        console.print(finding.detail, markup=False)
    console.print("[green]All is well.[/]" if found.ok else "[red]Put right what is marked as a problem.[/]")
