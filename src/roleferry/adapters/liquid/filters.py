"""The filters a template may use: they cut, join and change case; none of them computes a new number."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from liquid.undefined import Undefined, is_undefined

from roleferry.domain.model.writing.templating import BadTemplate, UnresolvedVariable

_MAX_SEPARATOR_CHARS = 20
_MAX_TEXT_CHARS = 50_000


def undefined_name(value: Undefined) -> str:
    """Return the dotted name that led nowhere."""
    hint = value.hint or ""
    known = hint.removesuffix(" is undefined").strip("'")
    return known if hint.endswith(" is undefined") else str(value.name)


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadTemplate("this filter works on text only")
    return str(value)[:_MAX_TEXT_CHARS]


def _items(value: object) -> list[object]:
    if not isinstance(value, list):
        raise BadTemplate("this filter works on lists only")
    return value


def _capitalize(value: object) -> str:
    text = _text(value)
    return text[:1].upper() + text[1:]


def _first_lower(value: object) -> str:
    text = _text(value)
    return text[:1].lower() + text[1:]


def _truncate(value: object, length: object = 50, ellipsis: object = "…") -> str:
    text, end = _text(value), _text(ellipsis)
    if not isinstance(length, int) or isinstance(length, bool) or length < 1:
        raise BadTemplate("truncate needs a length of at least 1")
    return text if len(text) <= length else text[: max(length - len(end), 0)].rstrip() + end[:length]


def _truncate_words(value: object, count: object = 15, ellipsis: object = "…") -> str:
    words = _text(value).split()
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise BadTemplate("truncatewords needs a count of at least 1")
    return " ".join(words[:count]) + (_text(ellipsis) if len(words) > count else "")


def _first(value: object) -> object:
    return _items(value)[0]


def _last(value: object) -> object:
    return _items(value)[-1]


def _join(value: object, separator: object = ", ", last: object = None) -> str:
    """Join a list; `last` stands before the last item: `{{ resume.skills | join: ", ", " and " }}`."""
    texts, between = [_text(item) for item in _items(value)], _text(separator)[:_MAX_SEPARATOR_CHARS]
    if last is None or len(texts) == 1:
        return between.join(texts)[:_MAX_TEXT_CHARS]
    return (between.join(texts[:-1]) + _text(last)[:_MAX_SEPARATOR_CHARS] + texts[-1])[:_MAX_TEXT_CHARS]


def _slice(value: object, start: object, length: object = 1) -> list[object]:
    if not isinstance(start, int) or not isinstance(length, int) or start < 0 or length < 1:
        raise BadTemplate("slice needs a start of at least 0 and a length of at least 1")
    return _items(value)[start : start + length]


def _default(value: object, otherwise: object = None) -> object:
    return otherwise if is_undefined(value) or value is None or value is False else value


def _needs_value(function: Callable[..., object]) -> Callable[..., object]:
    """Refuse an unknown value before the filter could turn it into an empty text."""

    def guarded(value: object, *args: object) -> object:
        for given in (value, *args):
            if isinstance(given, Undefined):
                raise UnresolvedVariable(undefined_name(given))
        return function(value, *args)

    return guarded


FILTERS: Mapping[str, Callable[..., object]] = {
    "default": _default,
    "capitalize": _needs_value(_capitalize),
    "decapitalize": _needs_value(_first_lower),
    "upcase": _needs_value(lambda value: _text(value).upper()),
    "downcase": _needs_value(lambda value: _text(value).lower()),
    "strip": _needs_value(lambda value: _text(value).strip()),
    "truncate": _needs_value(_truncate),
    "truncatewords": _needs_value(_truncate_words),
    "first": _needs_value(_first),
    "last": _needs_value(_last),
    "slice": _needs_value(_slice),
    "join": _needs_value(_join),
}
