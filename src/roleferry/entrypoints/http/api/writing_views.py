"""What several resources say of written words: claims and lint, and the choices for both."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

T = TypeVar("T")

SubjectText = Annotated[str, Meta(max_length=500)]
BodyText = Annotated[str, Meta(max_length=20_000)]
Name = Annotated[str, Meta(min_length=1, max_length=80)]

CLAIM: dict[str, Any] = {
    "sentence": "I cut checkout latency by 43 %.",
    "evidence": {
        "kind": "result",
        "source": "resume",
        "text": "Cut checkout latency by 43 % by moving the basket to PostgreSQL",
        "span": {"start": 120, "end": 183},
        "url": None,
    },
}
"""An example of what a sentence asserts and what it rests on."""
LINT: dict[str, Any] = {
    "findings": [],
    "spam_score": 0.0,
    "char_count": 421,
    "body_char_count": 392,
    "band": "optimal",
}
"""An example of a mail in which nothing was found."""


def deep_view(kind: type[T], row: Mapping[str, Any]) -> T:
    """Return the row as a view Struct; within a jsonb column, ids and times are strings."""
    return msgspec.convert(msgspec.to_builtins(dict(row)), kind)
