"""Which adapter serves each port, and why: the rollout of SPEC 4 as one table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from roleferry.entrypoints.settings import Phase, Settings, SettingsError, variable

Why = Literal["phase", "override", "mock mode", "fallback"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """
    One line of the table.

    `adapters` says of each one what it can cost; those in `built` can be chosen today. `needs` names the settings an
    adapter cannot do without. `free` is the adapter that mock mode forces, and what a phase's choice falls back to.
    """

    name: str
    setting: str
    by_phase: Mapping[Phase, str]
    adapters: Mapping[str, str]
    built: frozenset[str]
    free: str
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    may_fall_back: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen for a port; `wanted` is what phase or person asked for, `warning` says what to know or do."""

    port: str
    setting: str
    adapter: str
    wanted: str
    why: Why
    cost: str
    missing: tuple[str, ...] = ()
    warning: str | None = None


_FREE = "nothing"
_WEEKS: tuple[Phase, ...] = ("week9", "week10", "week11", "week12")


def _weeks(*adapters: str) -> Mapping[Phase, str]:
    return dict(zip(_WEEKS, adapters, strict=True))


PORTS: tuple[Port, ...] = (
    Port(
        name="llm",
        setting="llm",
        by_phase=_weeks("rules", "openai", "openai", "openai"),
        adapters={
            "rules": _FREE,
            "openai": "by token, at most $10 a month in week10, $40 in week11 and week12, $100 with the beta's cap",
            "anthropic": "by token, under the same caps",
            "gemini": "by token, under the same caps",
        },
        built=frozenset({"rules"}),
        free="rules",
        needs={
            "openai": ("ROLEFERRY_OPENAI_API_KEY",),
            "anthropic": ("ROLEFERRY_ANTHROPIC_API_KEY",),
            "gemini": ("ROLEFERRY_GEMINI_API_KEY",),
        },
    ),
    Port(
        name="search",
        setting="search",
        by_phase=_weeks("mock", "serper", "serper", "serper"),
        adapters={"mock": _FREE, "serper": "by query, at most $10 a month together with scraping"},
        built=frozenset({"mock"}),
        free="mock",
        needs={"serper": ("ROLEFERRY_SERPER_API_KEY",)},
    ),
    Port(
        name="scraping",
        setting="scraping",
        by_phase=_weeks("direct", "apify", "apify", "apify"),
        adapters={
            "mock": _FREE,
            "direct": _FREE,
            "apify": "by run, at most $10 a month together with search",
        },
        built=frozenset({"mock", "direct"}),
        free="direct",
        needs={"apify": ("ROLEFERRY_APIFY_TOKEN",)},
    ),
    Port(
        name="enrichment",
        setting="enrichment",
        by_phase=_weeks("mock", "mock", "findymail", "findymail"),
        adapters={"mock": _FREE, "findymail": "by address found, at most $60 a month"},
        built=frozenset({"mock"}),
        free="mock",
        needs={"findymail": ("ROLEFERRY_FINDYMAIL_API_KEY",)},
    ),
    Port(
        name="verification",
        setting="verification",
        by_phase=_weeks("mock", "mock", "neverbounce", "neverbounce"),
        adapters={
            "mock": _FREE,
            "syntax": _FREE,
            "neverbounce": "by address, at most $40 a month",
            "millionverifier": "by address, at most $40 a month",
            "waterfall": "by address, at most $40 a month",
        },
        built=frozenset({"mock"}),
        free="mock",
        needs={
            "neverbounce": ("ROLEFERRY_NEVERBOUNCE_API_KEY",),
            "millionverifier": ("ROLEFERRY_MILLIONVERIFIER_API_KEY",),
            "waterfall": ("ROLEFERRY_NEVERBOUNCE_API_KEY", "ROLEFERRY_MILLIONVERIFIER_API_KEY"),
        },
    ),
    Port(
        name="email",
        setting="email",
        by_phase=_weeks("mock", "smtp", "smtp", "smtp"),
        adapters={
            "mock": _FREE,
            "smtp": "nothing to us; what your provider asks",
            "ses": "by mail, at most $5 a month",
            "sendgrid": "by mail, at most $5 a month",
            "mailgun": "by mail, at most $5 a month",
            "postmark": "by mail, at most $5 a month",
        },
        built=frozenset({"mock", "smtp", "ses", "sendgrid", "mailgun", "postmark"}),
        free="mock",
        needs={
            "ses": ("ROLEFERRY_SES_ACCESS_KEY", "ROLEFERRY_SES_SECRET_KEY", "ROLEFERRY_SES_REGION"),
            "sendgrid": ("ROLEFERRY_SENDGRID_API_KEY",),
            "mailgun": ("ROLEFERRY_MAILGUN_API_KEY",),
            "postmark": ("ROLEFERRY_POSTMARK_TOKEN",),
        },
        may_fall_back=False,
    ),
    Port(
        name="storage",
        setting="storage",
        by_phase=_weeks("local", "local", "local", "s3"),
        adapters={
            "local": _FREE,
            "memory": _FREE,
            "s3": "what your bucket costs",
            "gcs": "what your bucket costs",
            "azure": "what your container costs",
        },
        built=frozenset({"local", "memory"}),
        free="local",
        needs={"s3": ("ROLEFERRY_STORAGE_URL",)},
    ),
    Port(
        name="outreach platform and warmup",
        setting="platform",
        by_phase=_weeks("mock", "mock", "builtin", "instantly"),
        adapters={"mock": _FREE, "builtin": _FREE, "instantly": "your subscription there"},
        built=frozenset({"mock", "builtin"}),
        free="builtin",
        needs={"instantly": ("ROLEFERRY_INSTANTLY_API_KEY",)},
    ),
    Port(
        name="documents",
        setting="documents",
        by_phase=_weeks("rules", "rules", "rules", "rules"),
        adapters={"rules": _FREE, "gamma": "by document, your subscription there"},
        built=frozenset({"rules"}),
        free="rules",
        needs={"gamma": ("ROLEFERRY_GAMMA_API_KEY",)},
    ),
    Port(
        name="orchestration",
        setting="orchestration",
        by_phase=_weeks("worker", "worker", "worker", "worker"),
        adapters={"worker": _FREE, "n8n": "your own server"},
        built=frozenset({"worker"}),
        free="worker",
        needs={"n8n": ("ROLEFERRY_N8N_URL",)},
    ),
    Port(
        name="auth",
        setting="auth",
        by_phase=_weeks("stub", "stub", "stub", "magic_link"),
        adapters={"stub": _FREE, "magic_link": _FREE, "oidc": "your identity provider"},
        built=frozenset({"stub"}),
        free="stub",
    ),
)
"""`documents` and `orchestration` change in week12 only where a key or an address is set, so they are overrides."""


def choose(settings: Settings) -> tuple[Choice, ...]:
    """
    Return what serves each port.

    Raises:
        SettingsError: a person chose an adapter that is not there, or a phase's mail adapter is missing.
    """
    return tuple(_choice(port, settings) for port in PORTS)


def chosen(choices: tuple[Choice, ...], setting: str) -> Choice:
    """Return the choice for one port."""
    return next(choice for choice in choices if choice.setting == setting)


def _choice(port: Port, settings: Settings) -> Choice:
    override = getattr(settings, port.setting)
    if override:
        _check_override(port, override)
    wanted = override or port.by_phase[settings.phase]
    if settings.mock_mode and port.adapters[wanted] != _FREE:
        return _made(port, port.free, wanted, "mock mode")
    obstacle = _obstacle(port, wanted, settings)
    if obstacle is None:
        return _made(port, wanted, wanted, "override" if override else "phase")
    if override or not port.may_fall_back:
        raise SettingsError(
            f"{variable(port.setting)}: {wanted} {obstacle}; set that, or {variable(port.setting)}={port.free} "
            f"for {'captured mail' if port.setting == 'email' else 'the free adapter'}"
        )
    return _made(port, port.free, wanted, "fallback", obstacle)


def _obstacle(port: Port, adapter: str, settings: Settings) -> str | None:
    """Return what keeps an adapter from serving, None when nothing does."""
    if adapter not in port.built:
        return "is not part of this release"
    missing = [name for name in port.needs.get(adapter, ()) if not getattr(settings, _field(name))]
    return f"needs {' and '.join(missing)}" if missing else None


def _field(name: str) -> str:
    return name.removeprefix("ROLEFERRY_").lower()


def _check_override(port: Port, adapter: str) -> None:
    name = variable(port.setting)
    if adapter not in port.adapters:
        raise SettingsError(f"{name}={adapter}: choose one of {', '.join(port.adapters)}")
    if adapter not in port.built:
        raise SettingsError(
            f"{name}={adapter}: this adapter is not part of this release; choose {' or '.join(sorted(port.built))}"
        )


def _made(port: Port, adapter: str, wanted: str, why: Why, obstacle: str | None = None) -> Choice:
    return Choice(
        port=port.name,
        setting=port.setting,
        adapter=adapter,
        wanted=wanted,
        why=why,
        cost=port.adapters[adapter],
        missing=port.needs.get(wanted, ()) if obstacle else (),
        warning=f"the phase asks for {wanted}, which {obstacle}: {adapter} is used" if obstacle else None,
    )
