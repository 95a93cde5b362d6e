"""Whoever may tell of events, each by its own proof."""

from collections.abc import Mapping

from roleferry.adapters.kept_mail import KeptMailSource
from roleferry.adapters.standard_webhooks import StandardWebhooks
from roleferry.adapters.vendor_events import UnfitProof, VendorProofs, vendor_sources
from roleferry.domain.model.inbound.kept_mail import SOURCE
from roleferry.entrypoints.settings import Settings, SettingsError
from roleferry.ports.event_sources import EventSource


def event_sources_of(settings: Settings, keys: tuple[bytes, ...]) -> Mapping[str, EventSource]:
    """
    Return whoever may tell of events, by the last part of their address.

    Raises:
        SettingsError: what is to prove a vendor's word cannot.
    """
    try:
        vendors = vendor_sources(VendorProofs.of(settings))
    except UnfitProof as error:
        raise SettingsError(str(error)) from error
    return {"email-events": StandardWebhooks(keys), SOURCE: KeptMailSource(), **vendors}
