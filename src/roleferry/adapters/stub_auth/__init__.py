"""No sign-in: everybody on this machine is the demo user; refuses to serve anybody else (SPEC 8)."""

from collections.abc import Mapping
from uuid import UUID

from roleferry.domain.model.ids import UserId
from roleferry.ports.auth import Authenticator, Principal, Role

DEMO_USER = UserId(UUID("019ab000-0000-7000-8000-000000000001"))
_HEADER = "x-dev-user"


class StubAuthenticator(Authenticator):
    """The demo user, who is an operator too; in dev a second person by the header `X-Dev-User: <uuid>`."""

    def __init__(self, *, dev: bool) -> None:
        self._dev = dev

    async def authenticate(self, headers: Mapping[str, str]) -> Principal | None:
        other = headers.get(_HEADER)
        if other is None or not self._dev:
            return Principal(user_id=DEMO_USER, role=Role.OPERATOR)
        try:
            return Principal(user_id=UserId(UUID(other)))
        except ValueError:
            return None
