"""Liquid templates with every way out closed and every cost bounded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from liquid import BoundTemplate
from liquid.exceptions import LiquidError, ResourceLimitError, UndefinedError

from roleferry.adapters.liquid.environment import SandboxedEnvironment
from roleferry.adapters.liquid.plain import plain_context
from roleferry.domain.model.writing.templating import MAX_SOURCE_CHARS, ROOTS, BadTemplate, UnresolvedVariable
from roleferry.ports.templates import TemplateEngine

_MAX_MARKS = 500
_MAX_MARK_CHARS = 400
_MARK = re.compile(r"\{[{%]")
_LOOP_NAMES = frozenset({"forloop"})
_PARSED_KEPT = 2_048


class LiquidTemplateEngine(TemplateEngine):
    """Render, list and check templates; has no state but a cache of parsed sources."""

    def __init__(self) -> None:
        environment = SandboxedEnvironment()
        self._parse = lru_cache(maxsize=_PARSED_KEPT)(lambda source: _parsed(environment, source))
        self._roots = lru_cache(maxsize=_PARSED_KEPT)(lambda source: _roots_of(self._parse(source)))
        self._variables = lru_cache(maxsize=_PARSED_KEPT)(lambda source: _read_from(self._parse(source)))

    def render(self, source: str, context: Mapping[str, object]) -> str:
        """Return the text of `source` with `context` filled in."""
        template = self._parse(source)
        data = plain_context({root: context.get(root) for root in self._roots(source)})
        try:
            return template.render(data)
        except UndefinedError as error:
            raise UnresolvedVariable(_name_in(error)) from error
        except ResourceLimitError as error:
            raise BadTemplate(f"the template asks for too much: {error.message}") from error
        except (LiquidError, RecursionError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise BadTemplate(f"the template cannot be rendered: {_reason(error)}") from error

    def variables(self, source: str) -> tuple[str, ...]:
        """Return the dotted names read from the context, list positions left out."""
        return self._variables(source)

    def check(self, source: str) -> None:
        """Refuse a source that could never be rendered."""
        for name in self.variables(source):
            root = name.partition(".")[0]
            if root not in ROOTS:
                raise BadTemplate(f"'{name}' starts from nothing known; names start with one of {_listed(ROOTS)}")


def _parsed(environment: SandboxedEnvironment, source: str) -> BoundTemplate:
    if len(source) > MAX_SOURCE_CHARS:
        raise BadTemplate(f"a template has at most {MAX_SOURCE_CHARS} characters")
    marks = [mark.start() for mark in _MARK.finditer(source)]
    if len(marks) > _MAX_MARKS:
        raise BadTemplate(f"a template has at most {_MAX_MARKS} tags and outputs")
    for start in marks:
        _check_mark(source, start)
    try:
        return environment.from_string(source)
    except (LiquidError, RecursionError) as error:
        raise BadTemplate(f"the template cannot be read: {_reason(error)}") from error


def _read_from(template: BoundTemplate) -> tuple[str, ...]:
    try:
        used = template.analyze(include_partials=False).globals
    except (LiquidError, RecursionError) as error:
        raise BadTemplate(f"the template cannot be read: {_reason(error)}") from error
    found = ((variable.span.index, _dotted(variable.segments)) for each in used.values() for variable in each)
    return tuple(dict.fromkeys(name for _, name in sorted(found) if name not in _LOOP_NAMES))


def _roots_of(template: BoundTemplate) -> frozenset[str]:
    """Return the roots a template could read: all of them where it works a name out, or cannot be read at all."""
    try:
        used = template.analyze(include_partials=False).variables
    except (LiquidError, RecursionError):
        return ROOTS
    heads = [variable.segments[0] for each in used.values() for variable in each]
    known = frozenset(head for head in heads if isinstance(head, str))
    return ROOTS & known if all(isinstance(head, str) for head in heads) else ROOTS


def _check_mark(source: str, start: int) -> None:
    closing = "}}" if source[start + 1] == "{" else "%}"
    if source.find(closing, start, start + _MAX_MARK_CHARS) < 0:
        raise BadTemplate(f"'{source[start : start + 20]}…' is not closed within {_MAX_MARK_CHARS} characters")


def _dotted(segments: Sequence[object]) -> str:
    return ".".join(segment for segment in segments if isinstance(segment, str))


def _name_in(error: UndefinedError) -> str:
    return str(error.message).removesuffix(" is undefined").strip("'")


def _reason(error: Exception) -> str:
    message = error.message if isinstance(error, LiquidError) else None
    return str(message or type(error).__name__)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
