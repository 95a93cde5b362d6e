"""`roleferry openapi` and `roleferry settings`: what this program says of itself, without any server."""

import sys

import msgspec

from roleferry.entrypoints.container import build
from roleferry.entrypoints.http.app import create_app
from roleferry.entrypoints.http.openapi import describe
from roleferry.entrypoints.settings import load
from roleferry.entrypoints.settings_table import settings_table


def openapi() -> int:
    """Print the OpenAPI document as JSON, as the service in dev mode has it."""
    container = build(load({"ROLEFERRY_ENV": "dev"}))
    container.pool.override(None)
    container.redis.override(None)
    document = msgspec.json.encode(describe(create_app(container)))
    sys.stdout.write(msgspec.json.format(document, indent=2).decode() + "\n")
    return 0


def settings() -> int:
    """Print docs/settings.md."""
    sys.stdout.write(settings_table())
    return 0
