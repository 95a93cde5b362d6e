"""Passwords of mailboxes: sealed before they rest, opened for the moment of a login."""

from dataclasses import dataclass

from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.connections import MailProtocol, SealedLogin, Security, purpose_of
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin
from roleferry.domain.model.sending.outcome import Fault
from roleferry.ports.errors import Refused
from roleferry.ports.secret_box import CannotOpen, SecretBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Logins:
    """Seals and opens the logins of mailboxes; each password opens for its own mailbox and protocol alone."""

    secret_box: SecretBox

    def seal(self, mailbox_id: MailboxId, protocol: MailProtocol, login: ServerLogin) -> SealedLogin:
        """Return the login as it may be kept."""
        return SealedLogin(
            host=login.host,
            port=login.port,
            security=Security(login.security),
            username=login.username,
            password=self.secret_box.seal(login.password.reveal(), purpose=purpose_of(mailbox_id, protocol)),
        )

    def open(self, mailbox_id: MailboxId, protocol: MailProtocol, kept: SealedLogin) -> ServerLogin:
        """
        Return the login as it may be used.

        Raises:
            Refused: none of our keys opens the password, so nobody can log in until it is entered again.
        """
        try:
            password = self.secret_box.open(kept.password, purpose=purpose_of(mailbox_id, protocol))
        except CannotOpen as error:
            words = "the mailbox's password cannot be opened with the keys of this service: enter it again"
            raise Refused(words, code=Fault.AUTHENTICATION.value) from error
        return ServerLogin(
            host=kept.host,
            port=kept.port,
            security=kept.security.value,
            username=kept.username,
            password=Secret(password),
        )
