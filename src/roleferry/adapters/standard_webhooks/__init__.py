"""Normalised events, signed the way of Standard Webhooks (standardwebhooks.com, version 1)."""

from roleferry.adapters.standard_webhooks.signing import sign, signing_key
from roleferry.adapters.standard_webhooks.source import StandardWebhooks

__all__ = ("StandardWebhooks", "sign", "signing_key")
