"""The HTTP application: controllers, what they may ask for, and what surrounds every request."""

from collections.abc import Mapping
from inspect import signature
from typing import Any

from dependency_injector import providers
from litestar import Controller, Litestar, Router
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.types import ASGIApp

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
    outside: list[type[Controller]] = [HealthController, DocsController, *WEBHOOKS]
    if settings.is_dev:
        outside += [DevController, DevUserController, OutboxController]
    offered = _dependencies(container)
    api = Router(settings.base_path, route_handlers=[_served(each, offered) for each in CONTROLLERS])
    return Litestar(
        route_handlers=[api, *(_served(each, offered) for each in outside)],
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


def _served(controller: type[Controller], offered: Mapping[str, Provide]) -> Router:
    """Offer a controller only what its handlers ask for: Litestar compares all that is offered, each with each."""
    handlers = [value for value in vars(controller).values() if isinstance(value, HTTPRouteHandler)]
    own = [one.dependency for one in vars(controller).get("dependencies", {}).values()]
    asked = {name for function in (*(one.fn for one in handlers), *own) for name in signature(function).parameters}
    wanted = {name: offered[name] for name in sorted(asked & offered.keys())}
    return Router("/", route_handlers=[controller], dependencies=wanted)


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
