"""Doors that only operators pass."""

from typing import Any

from litestar.connection import ASGIConnection
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from roleferry.ports.auth import Principal, Role


def operators_only(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """
    Let operators pass: `@put(..., guards=[operators_only])`.

    Raises:
        PermissionDeniedException: the caller is none; becomes a 403 problem.
    """
    principal: Principal | None = connection.scope["state"].get("principal")
    if principal is None or principal.role is not Role.OPERATOR:
        raise PermissionDeniedException(detail="this is for operators only")
