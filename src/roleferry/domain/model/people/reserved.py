"""Domains that belong to nobody, by RFC 2606 and 6761: examples live there and no mail arrives."""

from __future__ import annotations

import re

_ENDINGS = frozenset({"example", "test", "invalid", "localhost", "local", "internal", "onion", "arpa"})
_EXAMPLES = re.compile(r"(?:^|\.)example\.(?:com|net|org)$")


def is_reserved(domain: str) -> bool:
    """Say whether a domain (in lower-case ASCII) can be nobody's."""
    return domain.rpartition(".")[2] in _ENDINGS or bool(_EXAMPLES.search(domain))
