"""The HTTP application: controllers, what they may ask for, and what surrounds every request."""

from collections.abc import Mapping
from typing import Any

from dependency_injector import providers
from litestar import Litestar, Router
from litestar.di import Provide
from litestar.types import ASGIApp, ControllerRouterHandler

from roleferry.entrypoints.container import Container
from roleferry.entrypoints.http import openapi
from roleferry.entrypoints.http.api import CONTROLLERS
from roleferry.entrypoints.http.auth import Authentication, provide_principal, provide_user_id
from roleferry.entrypoints.http.dev import DevController
from roleferry.entrypoints.http.dev_users import DevUserController
from roleferry.entrypoints.http.docs import DocsController
from roleferry.entrypoints.http.health import HealthController
from roleferry.entrypoints.http.idempotency import IdempotencyKeys
from roleferry.entrypoints.http.injected import resolved_in_turn
from roleferry.entrypoints.http.intake import UPLOAD_LIMIT, BodyCheck
from roleferry.entrypoints.http.observe import Observe
from roleferry.entrypoints.http.outbox import OutboxController
from roleferry.entrypoints.http.problems import EXCEPTION_HANDLERS
from roleferry.entrypoints.http.webhooks import CONTROLLERS as WEBHOOKS
from roleferry.entrypoints.worker.drain import Drain


def create_app(container: Container) -> Litestar:
    """Return the application around a container whose pool and redis are open."""
    settings = container.settings()
    outside: list[ControllerRouterHandler] = [HealthController, DocsController, *WEBHOOKS]
    if settings.is_dev:
        outside += [DevController, DevUserController, OutboxController]
    return Litestar(
        route_handlers=[Router(settings.base_path, route_handlers=list(CONTROLLERS)), *outside],
        dependencies=_dependencies(container),
        exception_handlers=EXCEPTION_HANDLERS,
        middleware=[
            BodyCheck(),
            Authentication(container.authenticator(), base_path=settings.base_path),
            IdempotencyKeys(container.answers()),
        ],
        openapi_config=openapi.CONFIG,
        request_max_body_size=UPLOAD_LIMIT,
        logging_config=None,
        debug=False,
    )


def observed(app: Litestar, container: Container) -> ASGIApp:
    """Return what a server runs: the application with its request ids, log lines and measurements around it."""
    return Observe(resolved_in_turn(app), ids=container.ids(), clock=container.clock())


def _dependencies(container: Container) -> Mapping[str, Provide]:
    """Offer every provider under its own name; Litestar cannot read a provider's signature, hence the wrapper."""
    offered = {name: _provide(provider) for name, provider in container.providers.items()}
    offered["drain"] = Provide(lambda: Drain(container=container), sync_to_thread=False)
    offered["user_id"] = Provide(provide_user_id, sync_to_thread=False)
    offered["principal"] = Provide(provide_principal, sync_to_thread=False)
    return offered


def _provide(provider: providers.Provider[Any]) -> Provide:
    def dependency() -> Any:
        return provider()

    return Provide(dependency, sync_to_thread=False)
