"""Warm a mailbox up, by whom, or pause that."""

from dataclasses import dataclass

from roleferry.domain.model.errors import FieldError
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.warmup.pool import ConsentMissing, Pool
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWarmup:
    """Start the ramp that limits a young mailbox, or pause it where it is; doing so twice changes nothing."""

    transactions: Transactions
    clock: Clock

    async def __call__(
        self,
        user_id: UserId,
        mailbox_id: MailboxId,
        *,
        start: bool,
        pool: Pool | None = None,
        shares_identity: bool = False,
    ) -> None:
        """
        Return when kept; without a pool, who warms it up stays as it was.

        Raises:
            MailboxNotFound: there is none.
            ConsentMissing: the built-in pool needs the owner's word that others may see address and name.
        """
        if pool is Pool.BUILT_IN and not shares_identity:
            wrong = FieldError("shares_identity", "must be true: the pool shows your address and name to its members")
            raise ConsentMissing("say that pool members may see this mailbox's address and name", errors=(wrong,))
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            mailbox = await uow.mailboxes.find(mailbox_id)
            await uow.mailboxes.save(mailbox.warming(now=now) if start else mailbox.cooling())
            if pool is Pool.NONE:
                await uow.warmup.leave(mailbox_id, at=now)
            elif pool is not None:
                await uow.warmup.join(mailbox_id, pool, shares_identity=shares_identity, at=now)
            action = "mailbox.warmup_started" if start else "mailbox.warmup_paused"
            chosen = pool.value if pool else None
            await uow.audit.record(action, entity="mailbox", entity_id=mailbox_id, pool=chosen)
