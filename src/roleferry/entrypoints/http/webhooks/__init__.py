"""Where others knock: providers with events, readers with a link to follow or to opt out."""

from litestar import Controller

from roleferry.entrypoints.http.webhooks.click import ClickController
from roleferry.entrypoints.http.webhooks.events import WebhookController
from roleferry.entrypoints.http.webhooks.unsubscribe import UnsubscribeController

CONTROLLERS: tuple[type[Controller], ...] = (WebhookController, UnsubscribeController, ClickController)
