"""Which adapter serves each port, and why: the rollout of SPEC 4 as one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from roleferry.entrypoints.settings import Phase, Settings, SettingsError, variable

Why = Literal["phase", "override", "mock mode", "fallback"]


_FREE = "nothing"


@dataclass(frozen=True, slots=True)
class Adapter:
    """What one costs, and the settings it cannot do without; one that is not `built` cannot be chosen today."""

    cost: str = _FREE
    needs: tuple[str, ...] = ()
    built: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """One line of the table; `free` is the adapter that mock mode forces, and what a phase's choice falls back to."""

    setting: str
    by_phase: Mapping[Phase, str]
    adapters: Mapping[str, Adapter]
    free: str
    shown_as: str = ""
    may_fall_back: bool = True

    @property
    def name(self) -> str:
        """Return what it is called where people read."""
        return self.shown_as or self.setting

    @property
    def built(self) -> frozenset[str]:
        """Return the adapters that can be chosen today."""
        return frozenset(name for name, adapter in self.adapters.items() if adapter.built)


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


def _weeks(week9: str, week10: str, week11: str, week12: str) -> Mapping[Phase, str]:
    return {"week9": week9, "week10": week10, "week11": week11, "week12": week12}


def _paid(cost: str, *needs: str) -> Adapter:
    return Adapter(cost, needs)


def _later(cost: str, *needs: str) -> Adapter:
    return Adapter(cost, needs, built=False)


_BUILT_FREE = Adapter()
_MAILED = "by mail, at most $5 a month"
_VERIFIED = "by address, at most $40 a month"
PORTS: tuple[Port, ...] = (
    Port(
        setting="llm",
        by_phase=_weeks("rules", "openai", "openai", "openai"),
        free="rules",
        adapters={
            "rules": _BUILT_FREE,
            "openai": _later(
                "by token, at most $10 a month in week10, $40 in week11 and week12, $100 with the beta's cap",
                "ROLEFERRY_OPENAI_API_KEY",
            ),
            "anthropic": _later("by token, under the same caps", "ROLEFERRY_ANTHROPIC_API_KEY"),
            "gemini": _later("by token, under the same caps", "ROLEFERRY_GEMINI_API_KEY"),
        },
    ),
    Port(
        setting="search",
        by_phase=_weeks("mock", "serper", "serper", "serper"),
        free="mock",
        adapters={
            "mock": _BUILT_FREE,
            "serper": _later("by query, at most $10 a month together with scraping", "ROLEFERRY_SERPER_API_KEY"),
        },
    ),
    Port(
        setting="scraping",
        by_phase=_weeks("direct", "apify", "apify", "apify"),
        free="direct",
        adapters={
            "mock": _BUILT_FREE,
            "direct": _BUILT_FREE,
            "apify": _later("by run, at most $10 a month together with search", "ROLEFERRY_APIFY_TOKEN"),
        },
    ),
    Port(
        setting="enrichment",
        by_phase=_weeks("mock", "mock", "findymail", "findymail"),
        free="mock",
        adapters={
            "mock": _BUILT_FREE,
            "findymail": _later("by address found, at most $60 a month", "ROLEFERRY_FINDYMAIL_API_KEY"),
        },
    ),
    Port(
        setting="verification",
        by_phase=_weeks("mock", "mock", "neverbounce", "neverbounce"),
        free="mock",
        adapters={
            "mock": _BUILT_FREE,
            "syntax": _later(_FREE),
            "neverbounce": _later(_VERIFIED, "ROLEFERRY_NEVERBOUNCE_API_KEY"),
            "millionverifier": _later(_VERIFIED, "ROLEFERRY_MILLIONVERIFIER_API_KEY"),
            "waterfall": _later(_VERIFIED, "ROLEFERRY_NEVERBOUNCE_API_KEY", "ROLEFERRY_MILLIONVERIFIER_API_KEY"),
        },
    ),
    Port(
        setting="email",
        by_phase=_weeks("mock", "smtp", "smtp", "smtp"),
        free="mock",
        may_fall_back=False,
        adapters={
            "mock": _BUILT_FREE,
            "smtp": _paid("nothing to us; what your provider asks"),
            "ses": _paid(_MAILED, "ROLEFERRY_SES_ACCESS_KEY", "ROLEFERRY_SES_SECRET_KEY", "ROLEFERRY_SES_REGION"),
            "sendgrid": _paid(_MAILED, "ROLEFERRY_SENDGRID_API_KEY"),
            "mailgun": _paid(_MAILED, "ROLEFERRY_MAILGUN_API_KEY"),
            "postmark": _paid(_MAILED, "ROLEFERRY_POSTMARK_TOKEN"),
        },
    ),
    Port(
        setting="storage",
        by_phase=_weeks("local", "local", "local", "s3"),
        free="local",
        adapters={
            "local": _BUILT_FREE,
            "memory": _BUILT_FREE,
            "s3": _later("what your bucket costs", "ROLEFERRY_STORAGE_URL"),
            "gcs": _later("what your bucket costs"),
            "azure": _later("what your container costs"),
        },
    ),
    Port(
        setting="platform",
        shown_as="outreach platform and warmup",
        by_phase=_weeks("mock", "mock", "builtin", "instantly"),
        free="builtin",
        adapters={
            "mock": _BUILT_FREE,
            "builtin": _BUILT_FREE,
            "instantly": _later("your subscription there", "ROLEFERRY_INSTANTLY_API_KEY"),
        },
    ),
    Port(
        setting="documents",
        by_phase=_weeks("rules", "rules", "rules", "rules"),
        free="rules",
        adapters={
            "rules": _BUILT_FREE,
            "gamma": _later("by document, your subscription there", "ROLEFERRY_GAMMA_API_KEY"),
        },
    ),
    Port(
        setting="orchestration",
        by_phase=_weeks("worker", "worker", "worker", "worker"),
        free="worker",
        adapters={"worker": _BUILT_FREE, "n8n": _later("your own server", "ROLEFERRY_N8N_URL")},
    ),
    Port(
        setting="auth",
        by_phase=_weeks("stub", "stub", "stub", "magic_link"),
        free="stub",
        adapters={"stub": _BUILT_FREE, "magic_link": _later(_FREE), "oidc": _later("your identity provider")},
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
    if settings.mock_mode and port.adapters[wanted].cost != _FREE:
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
    if not port.adapters[adapter].built:
        return "is not part of this release"
    missing = [name for name in port.adapters[adapter].needs if not getattr(settings, _field(name))]
    return f"needs {' and '.join(missing)}" if missing else None


def _field(name: str) -> str:
    return name.removeprefix("ROLEFERRY_").lower()


def _check_override(port: Port, adapter: str) -> None:
    name = variable(port.setting)
    if adapter not in port.adapters:
        raise SettingsError(f"{name}={adapter}: choose one of {', '.join(port.adapters)}")
    if not port.adapters[adapter].built:
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
        cost=port.adapters[adapter].cost,
        missing=port.adapters[wanted].needs if obstacle else (),
        warning=f"the phase asks for {wanted}, which {obstacle}: {adapter} is used" if obstacle else None,
    )
