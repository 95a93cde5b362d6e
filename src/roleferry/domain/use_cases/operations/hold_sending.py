"""The kill switch: let nothing leave, for everybody or for one person."""

from dataclasses import dataclass

from roleferry.domain.model.ids import UserId
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSending:
    """
    Stop every hand-over that has not begun; workers look right before each one (SPEC 6).

    It is in the audit log of the operator who did it; the command line, which is nobody, logs it.
    """

    transactions: Transactions
    clock: Clock

    async def __call__(self, why: str, *, operator: UserId | None = None, user_id: UserId | None = None) -> None:
        """
        Return when it holds for everybody, or for this user: what is begun from now on is none of theirs.

        Raises:
            AccountNotFound: there is no such user.
        """
        at = self.clock.now()
        async with self.transactions.begin(None) as uow:
            if user_id is None:
                standing = await uow.service_state.sending_hold()
                restored = standing is not None and standing.restored
                await uow.service_state.stop_sending(why, at=at, restored=restored)
            else:
                await uow.service_state.stop_user(user_id, why, at=at)
            if (whose := operator or user_id) is not None:
                by = {"operator": str(operator)} if operator else {}
                await uow.audit.record("sending.held", entity="user", entity_id=user_id, user_id=whose, why=why, **by)
        async with self.transactions.begin(None) as uow:
            await uow.service_state.outlast_beginnings()
