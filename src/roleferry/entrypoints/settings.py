"""Every setting, typed, in one place; the table in docs/settings.md is generated from here (SPEC 10)."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Environment = Literal["dev", "production"]
Phase = Literal["week9", "week10", "week11", "week12"]


ADAPTER_NAME = "^[a-z0-9_]{0,40}$"
Adapter = Annotated[
    str, Meta(pattern=ADAPTER_NAME, description="Override of this port's adapter; `roleferry doctor` lists them.")
]


class SettingsError(Exception):
    """A setting is missing or wrong; the message names the variable."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`ROLEFERRY_<NAME>` in the environment; DATABASE_URL and REDIS_URL go without the prefix."""

    env: Annotated[Environment, Meta(description="`dev` adds /dev/* and a clock that can be moved.")] = "production"
    phase: Annotated[Phase, Meta(description="Which adapters are on by default (SPEC 4).")] = "week9"
    mock_mode: Annotated[bool, Meta(description="Force every paid port back to mock or rules.")] = False
    home: Annotated[Path, Meta(description="Where files, the embedded servers and captured mails lie.")] = Path(
        ".roleferry"
    )
    host: Annotated[str, Meta(description="Address the API listens on.")] = "127.0.0.1"
    port: Annotated[int, Meta(ge=1, le=65535, description="Port the API listens on.")] = 8000
    base_path: Annotated[str, Meta(pattern="^/[a-z0-9/_-]*[a-z0-9]$", description="Where the API begins.")] = "/api/v1"
    public_url: Annotated[str, Meta(description="How recipients reach this service; empty: http://host:port.")] = ""
    secret: Annotated[str, Meta(description="Signs links and tokens and seals secrets; required outside dev.")] = ""
    sealing_secrets: Annotated[
        str, Meta(description="Seal mailbox passwords in place of the secret, newest first, with commas.")
    ] = ""
    database_url: Annotated[str, Meta(description="PostgreSQL 15–18, as a role that may create roles.")] = ""
    redis_url: Annotated[str, Meta(description="Redis ≥ 6.2 or Valkey.")] = ""
    database_pool: Annotated[int, Meta(ge=2, le=200, description="Connections a process keeps at most.")] = 10
    log_format: Annotated[Literal["auto", "json", "console"], Meta(description="auto: console on a terminal.")] = "auto"
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"], Meta(description="The least that is logged.")
    ] = "info"
    auth: Adapter = ""
    llm: Adapter = ""
    search: Adapter = ""
    scraping: Adapter = ""
    enrichment: Adapter = ""
    verification: Adapter = ""
    email: Adapter = ""
    storage: Adapter = ""
    documents: Adapter = ""
    platform: Annotated[str, Meta(pattern=ADAPTER_NAME, description="The outreach platform and warmup; as above.")] = ""
    orchestration: Adapter = ""
    smtp_url: Annotated[
        str,
        Meta(
            description="Server of mailboxes without one: `smtp://user:password@host:587` (STARTTLS), `smtps://…`, "
            "or `smtp+plain://…` on this machine."
        ),
    ] = ""
    dns_servers: Annotated[
        str, Meta(description="DNS servers for mailbox checks, with commas (`192.0.2.53:53`); empty: the system's.")
    ] = ""
    mail_api_url: Annotated[
        str,
        Meta(pattern="^(https?://[^/]+)?$", description="A stand-in for the mail vendor's address; empty: its own."),
    ] = ""
    ses_access_key: Annotated[str, Meta(description="Amazon SES: access key id.")] = ""
    ses_secret_key: Annotated[str, Meta(description="Amazon SES: secret access key.")] = ""
    ses_session_token: Annotated[str, Meta(description="Amazon SES: goes with temporary keys.")] = ""
    ses_region: Annotated[str, Meta(pattern="^[a-z0-9-]{0,40}$", description="Amazon SES: such as `eu-west-1`.")] = ""
    ses_configuration_set: Annotated[str, Meta(description="Amazon SES: the set whose events come back.")] = ""
    sendgrid_api_key: Annotated[str, Meta(description="SendGrid: a key that may send.")] = ""
    mailgun_api_key: Annotated[str, Meta(description="Mailgun: a sending key.")] = ""
    mailgun_domain: Annotated[str, Meta(description="Mailgun: the domain it sends for; empty: the sender's own.")] = ""
    mailgun_region: Annotated[Literal["us", "eu"], Meta(description="Mailgun: where the account is.")] = "us"
    postmark_token: Annotated[
        str, Meta(description="Postmark: the server's token; its events are asked about with it.")
    ] = ""
    postmark_stream: Annotated[str, Meta(description="Postmark: the message stream.")] = "outbound"
    internal_recipients: Annotated[
        str, Meta(description="Domains and addresses real mail may go to in week10 and week11, with commas.")
    ] = ""
    sending_poll_seconds: Annotated[float, Meta(gt=0, le=60, description="How often a worker looks for due mail.")] = (
        5.0
    )
    sending_connections: Annotated[int, Meta(ge=1, le=64, description="Mails a worker hands over at once.")] = 16
    inbox_connections: Annotated[
        int, Meta(ge=0, le=1000, description="Mailboxes a worker reads at once; 0: none, other workers do.")
    ] = 50
    people_per_company: Annotated[
        int, Meta(ge=1, le=20, description="People of one company within 14 days (SPEC 3.9).")
    ] = 2
    webhook_secret: Annotated[str, Meta(description="Signs /webhooks/email-events (`whsec_…`); empty: closed.")] = ""
    webhook_secret_previous: Annotated[str, Meta(description="Still believed while the secret is being changed.")] = ""
    ses_topics: Annotated[
        str,
        Meta(description="SNS topics that may tell of SES mail (ARNs, with commas); empty: /webhooks/ses is closed."),
    ] = ""
    ses_sha1: Annotated[
        bool, Meta(description="Believe SNS signature version 1 (SHA-1), which topics have by default.")
    ] = True
    ses_webhook_secret: Annotated[str, Meta(description="Lets SNS deliver raw, unsigned: shown in the address.")] = ""
    sendgrid_webhook_key: Annotated[
        str,
        Meta(description="Verification key of SendGrid's signed event webhook; two, with a comma, while it changes."),
    ] = ""
    sendgrid_inbound_secret: Annotated[
        str,
        Meta(
            description="Shown in the address where SendGrid's Inbound Parse posts mail: /webhooks/sendgrid-inbound/…."
        ),
    ] = ""
    mailgun_webhook_key: Annotated[str, Meta(description="Mailgun's webhook signing key; two while it changes.")] = ""
    postmark_webhook_secret: Annotated[
        str, Meta(description="Postmark shows it in the address; at least 16 characters.")
    ] = ""
    instantly_webhook_secret: Annotated[str, Meta(description="Instantly shows it in a header or the address.")] = ""
    instantly_api_key: Annotated[str, Meta(description="With it Instantly is asked before an event is believed.")] = ""
    allow_private_urls: Annotated[bool, Meta(description="Let URL imports reach private addresses; dev only.")] = False

    @property
    def is_dev(self) -> bool:
        """Tell whether this is a developer's machine."""
        return self.env == "dev"

    @property
    def origin(self) -> str:
        """Return the scheme, host and port that links carry."""
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"


_UNPREFIXED = {"database_url": "DATABASE_URL", "redis_url": "REDIS_URL"}
_DEV_SECRET = "dev-only-secret-dev-only-secret-00"  # noqa: S105 - refused outside dev


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """
    Read the settings from the environment.

    Raises:
        SettingsError: a value is wrong, an unknown `ROLEFERRY_` variable is set, or production lacks its secret.
    """
    names = {variable(field): field for field in Settings.__struct_fields__}
    unknown = sorted(key for key in environment if key.startswith("ROLEFERRY_") and key not in names)
    if unknown:
        raise SettingsError(f"unknown setting {', '.join(unknown)}: see docs/settings.md")
    given = {field: environment[name] for name, field in names.items() if environment.get(name)}
    try:
        settings = msgspec.convert(given, Settings, strict=False, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{_named(str(error))}") from error
    if settings.is_dev and not settings.secret:
        return msgspec.structs.replace(settings, secret=_DEV_SECRET)
    if not settings.is_dev and (len(settings.secret) < 32 or settings.secret == _DEV_SECRET):  # noqa: PLR2004 - 256 bits
        raise SettingsError("ROLEFERRY_SECRET must be set to at least 32 random characters outside dev")
    return settings


def variable(field: str) -> str:
    """Return the environment variable of a setting."""
    return _UNPREFIXED.get(field, f"ROLEFERRY_{field.upper()}")


def _path(kind: type, value: str) -> Path:
    if kind is Path:
        return Path(value)
    raise TypeError(kind)


def _named(message: str) -> str:
    """Put the variable's name where msgspec says `$.field`."""
    for field in Settings.__struct_fields__:
        message = message.replace(f"`$.{field}`", variable(field))
    return message
