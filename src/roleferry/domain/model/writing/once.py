"""Render a sentence once for all contacts to whom it says the same words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from roleferry.domain.model.writing.templating import Templating, UnresolvedVariable

_KEPT = 4_096


class RenderedOnce(Templating):
    """
    Remembers what became of a source for the texts it names; for sources that assign no names of their own.

    Names that stand for anything but a text are not remembered: their sources are rendered every time.
    """

    def __init__(self, engine: Templating) -> None:
        self._engine = engine
        self._outcome = lru_cache(maxsize=_KEPT)(self._rendered)
        self._paths = lru_cache(maxsize=_KEPT)(self._split)

    def render(self, source: str, context: Mapping[str, object]) -> str:
        """Return the text, as the engine would."""
        values: list[str | None] = []
        for path in self._paths(source):
            value = _at(context, path)
            if value is not None and not isinstance(value, str):
                return self._engine.render(source, context)
            values.append(value)
        text, unknown = self._outcome(source, tuple(values))
        if unknown is not None:
            raise UnresolvedVariable(unknown)
        return text

    def variables(self, source: str) -> tuple[str, ...]:
        """Return the dotted names the source reads."""
        return self._engine.variables(source)

    def _split(self, source: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(name.split(".")) for name in self._engine.variables(source))

    def _rendered(self, source: str, values: tuple[str | None, ...]) -> tuple[str, str | None]:
        """Return the text, or the name that is not known."""
        try:
            return self._engine.render(source, _nested(zip(self._paths(source), values, strict=True))), None
        except UnresolvedVariable as error:
            return "", error.name


def _at(context: object, path: tuple[str, ...]) -> object:
    for part in path:
        if not isinstance(context, Mapping):
            return None
        context = context.get(part)
    return context


def _nested(values: Iterable[tuple[tuple[str, ...], str | None]]) -> dict[str, object]:
    """Return the values as dicts within dicts."""
    root: dict[str, object] = {}
    for path, value in values:
        inner = root
        for part in path[:-1]:
            found = inner.setdefault(part, {})
            inner = found if isinstance(found, dict) else {}
        inner[path[-1]] = value
    return root
