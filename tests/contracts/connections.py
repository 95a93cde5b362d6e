"""What every store of mailboxes' servers promises."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.connections import Connections, MailProtocol, SealedLogin, Security
from roleferry.ports.mailboxes import MailboxNotFound
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW, a_mailbox
from tests.contracts.on_transactions import OnTransactions


def a_sealed_login(**changes: Any) -> SealedLogin:
    given: dict[str, Any] = {
        "host": "mail.sample.example",
        "port": 587,
        "security": Security.STARTTLS,
        "username": "ada@sample.example",
        "password": bytes(range(256)),
    }
    return SealedLogin(**(given | changes))


async def a_kept_mailbox(transactions: Transactions, user_id: UserId) -> MailboxId:
    box = a_mailbox(user_id)
    async with transactions.begin(user_id) as uow:
        await uow.mailboxes.add(box, at=NOW)
    return box.id


class ConnectionRepositoryContract(OnTransactions):
    async def test_both_servers_come_back_as_they_went(self, transactions: Transactions, user_id: UserId) -> None:
        box = await a_kept_mailbox(transactions, user_id)
        smtp, imap = a_sealed_login(), a_sealed_login(port=993, security=Security.TLS, password=b"\x00")
        async with transactions.begin(user_id) as uow:
            assert await uow.connections.of(box) == Connections()
            await uow.connections.put(box, MailProtocol.SMTP, smtp, at=NOW)
            await uow.connections.put(box, MailProtocol.IMAP, imap, at=NOW)
        for reader in (user_id, None):
            async with transactions.begin(reader) as uow:
                assert await uow.connections.of(box) == Connections(smtp=smtp, imap=imap)

    async def test_one_written_twice_is_the_second(self, transactions: Transactions, user_id: UserId) -> None:
        box = await a_kept_mailbox(transactions, user_id)
        second = a_sealed_login(host="other.sample.example", password=b"second")
        async with transactions.begin(user_id) as uow:
            await uow.connections.put(box, MailProtocol.SMTP, a_sealed_login(), at=NOW)
            await uow.connections.put(box, MailProtocol.SMTP, second, at=NOW)
            assert (await uow.connections.of(box)).smtp == second

    async def test_one_is_removed_and_the_other_stays(self, transactions: Transactions, user_id: UserId) -> None:
        box = await a_kept_mailbox(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            await uow.connections.put(box, MailProtocol.SMTP, a_sealed_login(), at=NOW)
            await uow.connections.put(box, MailProtocol.IMAP, a_sealed_login(), at=NOW)
            for _ in range(2):
                await uow.connections.remove(box, MailProtocol.IMAP)
            assert await uow.connections.of(box) == Connections(smtp=a_sealed_login())

    async def test_they_go_with_their_mailbox(self, transactions: Transactions, user_id: UserId) -> None:
        box = await a_kept_mailbox(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            await uow.connections.put(box, MailProtocol.SMTP, a_sealed_login(), at=NOW)
            await uow.mailboxes.remove(box)
        async with transactions.begin(None) as uow:
            assert await uow.connections.of(box) == Connections()

    async def test_somebody_elses_are_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        box = await a_kept_mailbox(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            await uow.connections.put(box, MailProtocol.SMTP, a_sealed_login(), at=NOW)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.connections.of(box) == Connections()
            await uow.connections.remove(box, MailProtocol.SMTP)
        for wrong in (box, MailboxId(uuid4())):
            with pytest.raises(MailboxNotFound):
                async with transactions.begin(other_user_id) as uow:
                    await uow.connections.put(wrong, MailProtocol.SMTP, a_sealed_login(), at=NOW)
        async with transactions.begin(user_id) as uow:
            assert (await uow.connections.of(box)).smtp == a_sealed_login()

    async def test_a_password_is_sealed_anew_and_all_else_stays(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        box = await a_kept_mailbox(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            assert await uow.connections.connected(after=None, limit=9) == []
            await uow.connections.put(box, MailProtocol.SMTP, a_sealed_login(), at=NOW)
            await uow.connections.put(box, MailProtocol.IMAP, a_sealed_login(), at=NOW)
            await uow.connections.reseal(box, MailProtocol.SMTP, b"anew")
            assert await uow.connections.of(box) == Connections(
                smtp=a_sealed_login(password=b"anew"), imap=a_sealed_login()
            )
            assert await uow.connections.connected(after=None, limit=9) == [(user_id, box)]
            assert await uow.connections.connected(after=box, limit=9) == []
