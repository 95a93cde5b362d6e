"""What the writing rules ask of a template language, and how a template can be refused (SPEC 3.7)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Protocol

from roleferry.domain.model.errors import Invalid

MAX_SOURCE_CHARS = 20_000
MAX_OUTPUT_CHARS = 50_000

ROOTS = frozenset({"resume", "job", "company", "contact", "pain_points", "offer", "user", "sender"})
"""The only names a template may start from."""


class UnresolvedVariable(Invalid):
    """A template names something that is not known here."""

    code = "writing.unresolved_variable"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"'{name}' is not known here. Fill it in, guard it with {{% if {name} %}}, "
            f'or give a default: {{{{ {name} | default: "…" }}}}.',
            name=name,
        )
        self.name = name


class BadTemplate(Invalid):
    """A template cannot be read, or asks for more than templates may do."""

    code = "writing.bad_template"


class Templating(Protocol):
    """Turn a Liquid source and plain data into text; a pure function of its arguments, bounded in time and size."""

    @abstractmethod
    def render(self, source: str, context: Mapping[str, object]) -> str:
        """
        Return the text; None, blank strings and empty lists in `context` count as not known.

        Raises:
            UnresolvedVariable: something printed is not known; names it.
            BadTemplate: the source is no template, or goes over a limit.
        """

    @abstractmethod
    def variables(self, source: str) -> tuple[str, ...]:
        """
        Return the dotted names the source reads from the context, in order, each once.

        Raises:
            BadTemplate: the source is no template.
        """
