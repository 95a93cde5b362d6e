"""Who is asking: an authenticator decides, this middleware tells the rest of the request."""

from typing import Any

from litestar import Request
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Send

from roleferry.domain.model.ids import UserId
from roleferry.entrypoints.http.problems import send_problem
from roleferry.ports.auth import Authenticator, Principal


class Authentication(ASGIMiddleware):
    """Answer 401 to whoever is nobody, on every path below the API's base."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, authenticator: Authenticator, *, base_path: str) -> None:
        self._authenticator = authenticator
        self._base_path = base_path

    async def handle(self, scope: Any, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass the request on, or answer it here."""
        if not scope["path"].startswith(self._base_path):
            await next_app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        principal = await self._authenticator.authenticate(headers)
        if principal is None:
            await send_problem(send, 401, "unauthenticated", "sign in first", headers={"WWW-Authenticate": "Bearer"})
            return
        scope["state"]["principal"] = principal
        scope["state"]["user_id"] = principal.user_id
        await next_app(scope, receive, send)


def provide_user_id(request: Request[Any, Any, Any]) -> UserId:
    """Return the calling user's id, for handlers."""
    user_id: UserId = request.scope["state"]["user_id"]
    return user_id


def provide_principal(request: Request[Any, Any, Any]) -> Principal:
    """Return the caller, for handlers that look at roles."""
    principal: Principal = request.scope["state"]["principal"]
    return principal
