"""The template language people write their mails in."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.writing.templating import Templating


class TemplateEngine(Templating, Protocol):
    """A sandboxed, Liquid-style template language (SPEC 3.7)."""

    @abstractmethod
    def check(self, source: str) -> None:
        """
        Refuse, before it is saved, a source that could never be rendered.

        Raises:
            BadTemplate: syntax, a tag or filter that is not offered, a name outside the context's roots, or a limit.
        """
