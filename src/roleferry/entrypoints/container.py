"""The composition root: the one place that names adapters. Use cases wire themselves by their fields' names."""

import importlib
import pkgutil
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import structlog
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from dependency_injector import containers, providers

from roleferry.adapters.arq.connection import decode, encode, open_queue, redis_settings
from roleferry.adapters.arq.doorbell import APPLY_EVENTS, RUN_TASK, SEND_DUE, ArqDoorbell
from roleferry.adapters.arq.probe import probe_redis
from roleferry.adapters.arq.witness import RedisWitness
from roleferry.adapters.captured_mail import CapturedMailer, CapturedOutbox
from roleferry.adapters.direct_http import DirectJobPages, GoogleSheets, GuardedClient
from roleferry.adapters.dns_lookup import BadServer, DnspythonMailDns, server_of
from roleferry.adapters.documents import DocumentReader
from roleferry.adapters.embedded import EmbeddedServer, Lease, PostgresServer, ValkeyServer
from roleferry.adapters.guarded_hosts import GuardedHosts
from roleferry.adapters.holiday_calendar import LibraryHolidayCalendar
from roleferry.adapters.imap import ImapReader, ImapSentFolder
from roleferry.adapters.imap_trial import ImapTrial
from roleferry.adapters.internal_only import InternalOnlyMailer
from roleferry.adapters.kept_mail import KeptMailSource
from roleferry.adapters.language import load_language
from roleferry.adapters.liquid import LiquidTemplateEngine
from roleferry.adapters.mail_apis import MailgunMailer, PostmarkMailer, SendgridMailer, SesKeys, SesMailer, Wire
from roleferry.adapters.memory.job_pages import MemoryJobPages
from roleferry.adapters.memory.orchestrator import WorkerOrchestrator
from roleferry.adapters.memory.platform import MockPlatform
from roleferry.adapters.memory.rate_limiter import MemoryRateLimiter
from roleferry.adapters.memory.storage import MemoryStorage
from roleferry.adapters.mime import MimeComposer
from roleferry.adapters.mock_vendors import MockEnrichment, MockSearch, MockVerifier
from roleferry.adapters.object_storage import local_storage
from roleferry.adapters.one_pager import PdfOnePager
from roleferry.adapters.own_server_first import OwnServerFirst
from roleferry.adapters.places import load_gazetteer
from roleferry.adapters.postgres.answers import PostgresAnswers
from roleferry.adapters.postgres.clock import PostgresClock
from roleferry.adapters.postgres.figures import PostgresFigureReader
from roleferry.adapters.postgres.heartbeats import PostgresHeartbeats
from roleferry.adapters.postgres.intake import PostgresIntake
from roleferry.adapters.postgres.migrate import migrate
from roleferry.adapters.postgres.platform import PostgresPool
from roleferry.adapters.postgres.pool import open_pool
from roleferry.adapters.postgres.probe import DatabaseState, probe_database
from roleferry.adapters.postgres.reads import PostgresReads
from roleferry.adapters.postgres.task_queue import PostgresTaskQueue
from roleferry.adapters.postgres.transactions import PostgresTransactions
from roleferry.adapters.rules import RulesLlm
from roleferry.adapters.sealing import AesSecretBox
from roleferry.adapters.smtp import BadServerUrl, SmtpMailer, SmtpTrial, login_of
from roleferry.adapters.standard_webhooks import StandardWebhooks, sign, signing_key
from roleferry.adapters.stub_auth import DEMO_USER, StubAuthenticator
from roleferry.adapters.system import RandomIds, SystemClock, SystemStopwatch
from roleferry.adapters.vendor_events import UnfitProof, VendorProofs, vendor_sources
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.adapters.witness_file import FileWitness
from roleferry.domain import use_cases
from roleferry.domain.model.engine import EngineReason
from roleferry.domain.model.inbound.kept_mail import SOURCE
from roleferry.domain.model.sending.address import InvalidAddress
from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.use_cases.inbound.giving_back import GiveBack
from roleferry.domain.use_cases.jobs.employers import Employers
from roleferry.domain.use_cases.people.keeping import PeopleKeeper
from roleferry.domain.use_cases.sending.beginning import Beginning
from roleferry.domain.use_cases.sending.domain_checks import DomainChecks
from roleferry.domain.use_cases.sending.gathering import SendFactsGatherer
from roleferry.domain.use_cases.sending.logins import Logins
from roleferry.domain.use_cases.sending.mailbox_servers import MailboxServers
from roleferry.domain.use_cases.sending.planning import Planning
from roleferry.domain.use_cases.sending.settling import Settlement
from roleferry.domain.use_cases.sending.stretches import Stretches
from roleferry.domain.use_cases.sending.writing_ahead import RecentlyWritten
from roleferry.domain.use_cases.writing.contexts import WritingContexts
from roleferry.domain.use_cases.writing.sequences import SequenceMaking
from roleferry.entrypoints.phases import Choice, choose, chosen
from roleferry.entrypoints.settings import Settings, SettingsError
from roleferry.ports.event_sources import EventSource
from roleferry.ports.hosts import Hosts
from roleferry.ports.mail import Mailer
from roleferry.ports.tasks import TaskKind

__all__ = (
    "APPLY_EVENTS",
    "DEMO_USER",
    "RUN_TASK",
    "SEND_DUE",
    "Container",
    "DatabaseState",
    "build",
    "decode",
    "encode",
    "find_use_cases",
    "migrate",
    "opened",
    "probe_database",
    "probe_redis",
    "redis_settings",
    "snake_case",
)


log = structlog.get_logger()

TASK_USE_CASES: Mapping[TaskKind, str] = {
    TaskKind.PARSE_RESUME: "parse_resume",
    TaskKind.WRITE_ONE_PAGER: "write_one_pager",
    TaskKind.IMPORT_JOBS: "import_jobs",
    TaskKind.IMPORT_APPLICATIONS: "import_jobs",
    TaskKind.IMPORT_CONTACTS: "import_contacts",
    TaskKind.IMPORT_LEADS: "import_leads",
    TaskKind.QUALIFY_LEADS: "qualify_leads",
    TaskKind.RESEARCH_COMPANY: "research_company",
    TaskKind.FIND_CONTACTS: "find_contacts",
    TaskKind.ENRICH_CONTACT: "enrich_contact",
    TaskKind.VERIFY_CONTACT: "verify_contact",
}
"""Which use case does which background work; it is called with (user_id, payload, progress) and returns the result."""


def keys_of_webhooks(settings: Settings) -> tuple[bytes, ...]:
    """Return the keys that may sign events: those given to others, and last our own, for simulated readers."""
    given = [signing_key(one) for one in (settings.webhook_secret, settings.webhook_secret_previous) if one]
    return (*given, derive_key(settings.secret, "webhooks"))


def event_sources_of(settings: Settings, keys: tuple[bytes, ...]) -> Mapping[str, EventSource]:
    """
    Return whoever may tell of events, by the last part of their address.

    Raises:
        SettingsError: what is to prove a vendor's word cannot.
    """
    try:
        vendors = vendor_sources(VendorProofs.of(settings))
    except UnfitProof as error:
        raise SettingsError(str(error)) from error
    return {"email-events": StandardWebhooks(keys), SOURCE: KeptMailSource(), **vendors}


def why_not_llm(choices: tuple[Choice, ...]) -> EngineReason:
    """Return why rules answer: nobody asked for more, or what was asked for lacks its key."""
    return EngineReason.NO_KEY if chosen(choices, "llm").why == "fallback" else EngineReason.POLICY


def recipients_of(settings: Settings) -> AllowedRecipients | None:
    """
    Return who may be written to, None for everybody: real mail stays inside until week12 (SPEC 4).

    Raises:
        SettingsError: the list cannot be read.
    """
    if settings.phase == "week12":
        return None
    try:
        return AllowedRecipients.of(settings.internal_recipients)
    except InvalidAddress as error:
        raise SettingsError(f"ROLEFERRY_INTERNAL_RECIPIENTS: {error.detail}") from error


def mailer_of(
    settings: Settings,
    adapter: str,
    allowed: AllowedRecipients | None,
    *,
    hosts: Hosts,
    sent: ImapSentFolder | None = None,
) -> Mailer:
    """
    Return the mail adapter, inside the wall around real mail while there is one.

    Raises:
        SettingsError: the server that mailboxes share cannot be read.
    """
    if adapter == "mock":
        return CapturedMailer(settings.home / "outbox")
    own = SmtpMailer(login=shared_server(settings), sent=sent, hosts=hosts)
    real = own if adapter == "smtp" else OwnServerFirst(own=own, service=MAIL_APIS[adapter](settings))
    return real if allowed is None else InternalOnlyMailer(real, allowed=allowed)


def shared_server(settings: Settings) -> ServerLogin | None:
    """
    Return the server of mailboxes that have none of their own; None where each must have one.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        return login_of(settings.smtp_url) if settings.smtp_url else None
    except BadServerUrl as error:
        raise SettingsError(f"ROLEFERRY_SMTP_URL: {error}") from error


def secret_box_of(settings: Settings) -> AesSecretBox:
    """
    Return the box that seals with the newest secret and opens with any, ROLEFERRY_SECRET the oldest of them.

    Raises:
        SettingsError: a secret can be guessed.
    """
    secrets = [one.strip() for one in settings.sealing_secrets.split(",") if one.strip()]
    if not settings.is_dev and any(len(one) < 32 for one in secrets):  # noqa: PLR2004 - 256 bits
        raise SettingsError("ROLEFERRY_SEALING_SECRETS must each be at least 32 random characters outside dev")
    return AesSecretBox([derive_key(one, "secrets") for one in (*secrets, settings.secret)])


def mail_dns_of(settings: Settings) -> DnspythonMailDns:
    """
    Return who asks the DNS.

    Raises:
        SettingsError: a server is not the address of one.
    """
    try:
        return DnspythonMailDns([server_of(one) for one in settings.dns_servers.split(",") if one.strip()])
    except BadServer as error:
        raise SettingsError(f"ROLEFERRY_DNS_SERVERS: {error}") from error


def _ses(settings: Settings) -> Mailer:
    keys = SesKeys(
        access_key=settings.ses_access_key,
        secret_key=settings.ses_secret_key,
        session_token=settings.ses_session_token or None,
    )
    return SesMailer(
        wire=Wire(),
        keys=keys,
        region=settings.ses_region,
        configuration_set=settings.ses_configuration_set or None,
        endpoint=settings.mail_api_url or None,
    )


def _sendgrid(settings: Settings) -> Mailer:
    endpoint = settings.mail_api_url or "https://api.sendgrid.com"
    return SendgridMailer(wire=Wire(), key=settings.sendgrid_api_key, endpoint=endpoint)


def _mailgun(settings: Settings) -> Mailer:
    vendor = "https://api.eu.mailgun.net" if settings.mailgun_region == "eu" else "https://api.mailgun.net"
    return MailgunMailer(
        wire=Wire(),
        key=settings.mailgun_api_key,
        domain=settings.mailgun_domain or None,
        endpoint=settings.mail_api_url or vendor,
    )


def _postmark(settings: Settings) -> Mailer:
    endpoint = settings.mail_api_url or "https://api.postmarkapp.com"
    return PostmarkMailer(
        wire=Wire(), token=settings.postmark_token, stream=settings.postmark_stream, endpoint=endpoint
    )


MAIL_APIS: Mapping[str, Callable[[Settings], Mailer]] = {
    "ses": _ses,
    "sendgrid": _sendgrid,
    "mailgun": _mailgun,
    "postmark": _postmark,
}
"""Mail vendors by the name they are chosen by."""


class Container(containers.DeclarativeContainer):
    """Adapters by the name of the need; `pool` and `redis` are opened in a lifespan and handed over."""

    settings: providers.Dependency[Settings] = providers.Dependency(instance_of=Settings)
    pool: providers.Dependency[Any] = providers.Dependency()
    redis: providers.Dependency[Any] = providers.Dependency()

    choices = providers.Singleton(choose, settings)
    hosts = providers.Singleton(
        lambda settings: GuardedHosts(allow_loopback=settings.is_dev and settings.allow_private_urls), settings
    )
    inbox_reader = providers.Singleton(ImapReader, hosts)
    ids = providers.Singleton(RandomIds)
    clock = providers.Selector(
        settings.provided.env,
        dev=providers.Singleton(PostgresClock, pool),
        production=providers.Singleton(SystemClock),
    )
    doorbell = providers.Singleton(ArqDoorbell, redis)
    transactions = providers.Singleton(
        PostgresTransactions, pool, doorbell=doorbell, now=clock.provided.now, new_id=ids.provided.new
    )
    reads = providers.Singleton(PostgresReads, pool)
    figure_reader = providers.Singleton(PostgresFigureReader, reads)
    answers = providers.Singleton(PostgresAnswers, pool)
    task_queue = providers.Singleton(PostgresTaskQueue, pool, now=clock.provided.now)
    heartbeats = providers.Singleton(PostgresHeartbeats, pool)
    allowed_recipients = providers.Singleton(recipients_of, settings)
    mailer = providers.Singleton(
        lambda settings, choices, allowed, hosts, sent: mailer_of(
            settings, chosen(choices, "email").adapter, allowed, hosts=hosts, sent=sent
        ),
        settings,
        choices,
        allowed_recipients,
        hosts,
        providers.Singleton(ImapSentFolder, inbox_reader),
    )
    outbox = providers.Singleton(lambda settings: CapturedOutbox(settings.home / "outbox"), settings)
    resume_reader = providers.Singleton(DocumentReader)
    vocabulary = providers.Singleton(load_vocabulary)
    language = providers.Singleton(load_language)
    templating = providers.Singleton(LiquidTemplateEngine)
    composer = providers.Singleton(MimeComposer)
    holidays = providers.Singleton(LibraryHolidayCalendar)
    mail_dns = providers.Singleton(mail_dns_of, settings)
    domain_checks = providers.Singleton(DomainChecks, mail_dns=mail_dns)
    search = providers.Singleton(MockSearch)
    enrichment = providers.Singleton(MockEnrichment)
    verifier = providers.Singleton(MockVerifier)
    places = providers.Singleton(load_gazetteer)
    people = providers.Singleton(
        PeopleKeeper, places=places, holidays=holidays, vocabulary=vocabulary, clock=clock, ids=ids
    )
    suppression_key = providers.Callable(lambda settings: derive_key(settings.secret, "suppression"), settings)
    token_key = providers.Callable(lambda settings: derive_key(settings.secret, "tokens"), settings)
    lease_times = providers.Singleton(
        lambda mailer: LeaseTimes(longest_request=mailer.capability.longest_request), mailer
    )
    send_facts = providers.Singleton(
        SendFactsGatherer,
        holidays=holidays,
        mailer=mailer,
        suppression_key=suppression_key,
        allowed_recipients=allowed_recipients,
    )
    stopwatch = providers.Singleton(SystemStopwatch)
    send_witnesses = providers.List(
        providers.Singleton(RedisWitness, redis),
        providers.Singleton(lambda settings: FileWitness(settings.home), settings),
    )
    stretches = providers.Singleton(
        Stretches, transactions=transactions, send_witnesses=send_witnesses, clock=clock, stopwatch=stopwatch
    )
    beginning = providers.Singleton(
        Beginning,
        transactions=transactions,
        stretches=stretches,
        send_facts=send_facts,
        mailer=mailer,
        lease_times=lease_times,
        clock=clock,
        stopwatch=stopwatch,
        ids=ids,
    )
    sending_connections = providers.Callable(lambda settings: settings.sending_connections, settings)
    settlement = providers.Singleton(Settlement, transactions=transactions, clock=clock, ids=ids)
    planning = providers.Singleton(Planning, holidays=holidays)
    web = providers.Singleton(
        lambda settings: GuardedClient(allow_loopback=settings.is_dev and settings.allow_private_urls), settings
    )
    job_pages = providers.Singleton(
        lambda choices, web: (
            MemoryJobPages() if chosen(choices, "scraping").adapter == "mock" else DirectJobPages(client=web)
        ),
        choices,
        web,
    )
    sheets = providers.Singleton(GoogleSheets, client=web)
    employers = providers.Singleton(Employers, vocabulary=vocabulary, clock=clock, ids=ids)
    platform = providers.Singleton(
        lambda choices, pool: (
            PostgresPool(pool) if chosen(choices, "platform").adapter == "builtin" else MockPlatform()
        ),
        choices,
        pool,
    )
    orchestrator = providers.Singleton(WorkerOrchestrator)
    rate_limiter = providers.Singleton(MemoryRateLimiter)
    secret_box = providers.Singleton(secret_box_of, settings)
    logins = providers.Singleton(Logins, secret_box=secret_box)
    mailbox_servers = providers.Singleton(
        MailboxServers,
        logins=logins,
        clock=clock,
        has_shared_server=providers.Callable(lambda settings: bool(settings.smtp_url), settings),
    )
    server_trials = providers.Dict(
        {
            MailProtocol.SMTP: providers.Singleton(SmtpTrial, hosts=hosts),
            MailProtocol.IMAP: providers.Singleton(ImapTrial, hosts=hosts),
        }
    )
    llm = providers.Singleton(
        RulesLlm,
        vocabulary=vocabulary,
        language=language,
        templating=templating,
        why_not_llm=providers.Callable(why_not_llm, choices),
    )
    wall_clock = providers.Singleton(SystemClock)
    webhook_keys = providers.Singleton(keys_of_webhooks, settings)
    event_sources = providers.Singleton(event_sources_of, settings, webhook_keys)
    give_back = providers.Singleton(GiveBack, transactions=transactions)
    intake = providers.Singleton(PostgresIntake, pool, ring=doorbell.provided.ring_events)
    webhook_signer = providers.Object(sign)
    origin = providers.Callable(lambda settings: settings.origin, settings)
    one_pager = providers.Singleton(PdfOnePager)
    contexts = providers.Singleton(WritingContexts)
    recently_written = providers.Singleton(RecentlyWritten)
    sequence_making = providers.Singleton(SequenceMaking, ids=ids, templates=templating)
    task_handlers: providers.Dependency[Any] = providers.Dependency()
    authenticator = providers.Singleton(StubAuthenticator, dev=settings.provided.is_dev)
    storage = providers.Singleton(
        lambda settings, choices: (
            MemoryStorage()
            if chosen(choices, "storage").adapter == "memory"
            else local_storage(settings.home / "files")
        ),
        settings,
        choices,
    )


def build(settings: Settings) -> Container:
    """Return the container with every use case in it, under its name in snake_case."""
    container = Container()
    container.settings.override(settings)
    _warn(container.choices())
    container.event_sources()
    waiting = {snake_case(use_case.__name__): use_case for use_case in find_use_cases()}
    for name in list(waiting):
        _wire(container, name, waiting)
    container.task_handlers.override(
        providers.Dict({kind: container.providers[name] for kind, name in TASK_USE_CASES.items()})
    )
    return container


def _warn(choices: tuple[Choice, ...]) -> None:
    for choice in choices:
        if choice.warning:
            log.warning("port.fell_back", port=choice.port, adapter=choice.adapter, wanted=choice.wanted)


def _wire(container: Container, name: str, waiting: dict[str, Any]) -> providers.Provider[Any]:
    """Return the provider of this name, making a use case's own, and first those of the ones it calls."""
    if name not in waiting:
        return container.providers[name]
    use_case = waiting.pop(name)
    arguments = {field.name: _wire(container, field.name, waiting) for field in fields(use_case)}
    provider = providers.Singleton(use_case, **arguments)
    container.set_provider(name, provider)
    return provider


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Container]:
    """Open the database and the queue, yield the container on them, close both."""
    pool = await open_pool(settings.database_url, size=settings.database_pool)
    try:
        redis = await open_queue(settings.redis_url)
        try:
            container = build(settings)
            container.pool.override(pool)
            container.redis.override(redis)
            yield container
        finally:
            await redis.aclose()
    finally:
        await pool.close()


def embedded_servers(home: Path) -> dict[str, EmbeddedServer]:
    """Return the servers that live in a home, by the variable that names the address of a real one."""
    return {"DATABASE_URL": PostgresServer(home), "REDIS_URL": ValkeyServer(home)}


def lease(directory: Path) -> Lease:
    """Return a lease on whatever process is guarded in the directory."""
    return Lease(directory)


def find_use_cases() -> Iterator[Any]:
    """Yield every use case: a dataclass of ports with a `__call__`, one a module of `domain/use_cases/`."""
    for module in pkgutil.walk_packages(use_cases.__path__, f"{use_cases.__name__}."):
        found = importlib.import_module(module.name)
        for name, value in vars(found).items():
            is_own = isinstance(value, type) and value.__module__ == module.name
            if is_own and is_dataclass(value) and "__call__" in vars(value) and not name.startswith("_"):
                yield value


def derive_key(secret: str, purpose: str) -> bytes:
    """Return the 256-bit key of one purpose; one secret is kept, none of its keys opens another's doors (RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())


def snake_case(name: str) -> str:
    """Return `LaunchCampaign` as `launch_campaign`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
