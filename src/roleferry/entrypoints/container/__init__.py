"""The composition root: the one place that names adapters. Use cases wire themselves by their fields' names."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import structlog
from dependency_injector import containers, providers

from roleferry.adapters.arq.connection import decode, encode, open_queue, redis_settings
from roleferry.adapters.arq.doorbell import APPLY_EVENTS, RUN_TASK, SEND_DUE, ArqDoorbell
from roleferry.adapters.arq.probe import probe_redis
from roleferry.adapters.arq.witness import RedisWitness
from roleferry.adapters.captured_mail import CapturedOutbox
from roleferry.adapters.direct_http import DirectJobPages, GoogleSheets, GuardedClient
from roleferry.adapters.documents import DocumentReader
from roleferry.adapters.guarded_hosts import GuardedHosts
from roleferry.adapters.holiday_calendar import LibraryHolidayCalendar
from roleferry.adapters.imap import ImapReader, ImapSentFolder
from roleferry.adapters.imap_trial import ImapTrial
from roleferry.adapters.language import load_language
from roleferry.adapters.liquid import LiquidTemplateEngine
from roleferry.adapters.memory.job_pages import MemoryJobPages
from roleferry.adapters.memory.orchestrator import WorkerOrchestrator
from roleferry.adapters.memory.platform import MockPlatform
from roleferry.adapters.memory.rate_limiter import MemoryRateLimiter
from roleferry.adapters.memory.storage import MemoryStorage
from roleferry.adapters.mime import MimeComposer
from roleferry.adapters.mock_vendors import MockEnrichment, MockSearch, MockVerifier
from roleferry.adapters.object_storage import local_storage
from roleferry.adapters.one_pager import PdfOnePager
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
from roleferry.adapters.smtp import SmtpTrial
from roleferry.adapters.standard_webhooks import sign
from roleferry.adapters.stub_auth import DEMO_USER, StubAuthenticator
from roleferry.adapters.system import RandomIds, SystemClock, SystemStopwatch
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.adapters.witness_file import FileWitness
from roleferry.domain.model.engine import EngineReason
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.lease import LeaseTimes
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
from roleferry.entrypoints.container.events import event_sources_of
from roleferry.entrypoints.container.keys import derive_key, keys_of_webhooks, secret_box_of
from roleferry.entrypoints.container.mail import mail_dns_of, mailer_of, recipients_of
from roleferry.entrypoints.container.wiring import TASK_USE_CASES, find_use_cases, snake_case, wire_use_cases
from roleferry.entrypoints.phases import Choice, choose, chosen
from roleferry.entrypoints.settings import Settings

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


def why_not_llm(choices: tuple[Choice, ...]) -> EngineReason:
    """Return why rules answer: nobody asked for more, or what was asked for lacks its key."""
    return EngineReason.NO_KEY if chosen(choices, "llm").why == "fallback" else EngineReason.POLICY


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
    employers = providers.Singleton(Employers, vocabulary=vocabulary, clock=clock, ids=ids)
    people = providers.Singleton(
        PeopleKeeper, places=places, holidays=holidays, employers=employers, clock=clock, ids=ids
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
    wire_use_cases(container)
    container.task_handlers.override(
        providers.Dict({kind: container.providers[name] for kind, name in TASK_USE_CASES.items()})
    )
    return container


def _warn(choices: tuple[Choice, ...]) -> None:
    for choice in choices:
        if choice.warning:
            log.warning("port.fell_back", port=choice.port, adapter=choice.adapter, wanted=choice.wanted)


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
            try:
                yield container
            finally:
                await container.intake().aclose()  # it rings through the queue, so it ends before it
        finally:
            await redis.aclose()
    finally:
        await pool.close()
