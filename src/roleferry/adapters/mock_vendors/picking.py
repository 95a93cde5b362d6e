"""Choosing by the input alone, so that the same question always gets the same answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")
_NOT_NAME = re.compile(r"[^a-z0-9]+")


def number(*parts: str) -> int:
    """Return a large number that depends on the parts alone."""
    return int.from_bytes(sha256("\0".join(part.casefold() for part in parts).encode()).digest()[:8], "big")


def pick(choices: Sequence[T], *parts: str) -> T:
    """Return one of the choices."""
    return choices[number(*parts) % len(choices)]


def reserved_domain(company: str) -> str:
    """Return a domain below `.test`, which is nobody's (RFC 2606)."""
    name = _NOT_NAME.sub("-", company.casefold()).strip("-")[:40].strip("-")
    return f"{name or 'sample'}.example.test"
