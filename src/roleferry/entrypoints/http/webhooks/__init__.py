"""Where others knock: providers with events, readers with an opt-out link."""

from litestar.types import ControllerRouterHandler

from roleferry.entrypoints.http.webhooks.events import WebhookController
from roleferry.entrypoints.http.webhooks.unsubscribe import UnsubscribeController

CONTROLLERS: tuple[ControllerRouterHandler, ...] = (WebhookController, UnsubscribeController)
