"""The Sent folder as a witness of mails in doubt: a copy settles them, its absence settles nothing (SPEC 6)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from roleferry.adapters.guarded_hosts import GuardedHosts
from roleferry.adapters.imap import ImapReader, ImapSentFolder
from roleferry.adapters.memory.inbox import MemoryInboxes
from roleferry.adapters.smtp import SmtpMailer
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin
from roleferry.ports.errors import Unavailable, Uncertain
from roleferry.ports.mail import OutgoingMail, Whereabouts
from tests.contracts.mailer import a_mail
from tests.doubles.imap import DovecotServer
from tests.doubles.smtp import CLOSES, At, SmtpDouble
from tests.integration.mail.logins import HASTY, a_login

LOGIN = ServerLogin(host="127.0.0.1", port=143, username="ada", password=Secret("sesame"), security="none")
HOSTS = GuardedHosts(allow_loopback=True)


class Watch:
    """A clock that is told the time."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def inboxes() -> MemoryInboxes:
    server = MemoryInboxes()
    server.passwords["ada"] = "sesame"
    return server


def doubtful(login: ServerLogin | None = LOGIN) -> OutgoingMail:
    return replace(a_mail(), reading=login)


async def test_a_copy_proves_that_a_mail_left_and_absence_proves_nothing(inboxes: MemoryInboxes) -> None:
    watch = Watch()
    sent = ImapSentFolder(inboxes, seconds=watch)
    mail, other = doubtful(), doubtful()
    assert (await sent.find(mail)).whereabouts is Whereabouts.UNKNOWN, "there is no Sent folder"
    inboxes.deliver("ada", mail.mime, folder="Sent", at=datetime.now(UTC))
    watch.seconds += 3600
    evidence = await sent.find(mail)
    assert (evidence.whereabouts, evidence.message_id) == (Whereabouts.FOUND, mail.message.message_id)
    assert (await sent.find(other)).whereabouts is Whereabouts.UNKNOWN


async def test_a_server_is_asked_ever_less_often_for_the_same_mail(inboxes: MemoryInboxes) -> None:
    watch = Watch()
    sent = ImapSentFolder(inboxes, seconds=watch)
    mail = doubtful()
    for _ in range(24 * 60 * 12):
        await sent.find(mail)
        watch.seconds += 5
    assert 24 <= inboxes.logins <= 32, "a day of sweeps every five seconds"


async def test_without_a_way_to_read_the_mailbox_nothing_is_known(inboxes: MemoryInboxes) -> None:
    sent = ImapSentFolder(inboxes, seconds=Watch())
    assert (await sent.find(doubtful(None))).whereabouts is Whereabouts.UNKNOWN
    assert inboxes.logins == 0
    with pytest.raises(Unavailable):
        await sent.find(doubtful(replace(LOGIN, password=Secret("wrong"))))
    inboxes.reachable = False
    with pytest.raises(Unavailable):
        await sent.find(doubtful())


@pytest.fixture
def dovecot(tmp_path: Path) -> Iterator[DovecotServer]:
    with DovecotServer(tmp_path) as server:
        yield server


@pytest.mark.needs("dovecot")
async def test_a_mail_whose_answer_got_lost_is_found_in_a_real_sent_folder(dovecot: DovecotServer) -> None:
    """The server takes the mail, files its copy, and the connection breaks before it can say so."""
    with SmtpDouble(on_taken=lambda taken: dovecot.deliver(taken.data, folder="Sent Mail")) as server:
        server.fail(At.DOT, CLOSES)
        reader = ImapReader(HOSTS)
        mailer = SmtpMailer(login=a_login(server.port), times=HASTY, sent=ImapSentFolder(reader), hosts=HOSTS)
        mail = doubtful(dovecot.login)
        try:
            with pytest.raises(Uncertain):
                await mailer.send(mail)
            assert (await mailer.find(mail)).whereabouts is Whereabouts.FOUND
            assert (await mailer.find(doubtful(dovecot.login))).whereabouts is Whereabouts.UNKNOWN
        finally:
            await mailer.aclose()
