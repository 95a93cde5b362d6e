"""Find the numbers of a text in a form that can be compared: 1,200 = 1200 = 1.2k, but 40 % is not 40."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from roleferry.domain.model.text import Span

_NUMBER = re.compile(
    r"(?<![\w.,])(?P<currency>[$€£¥₹]\s?)?"
    r"(?P<digits>\d+(?:[.,’'\u00a0\u202f]\d+)*)"
    r"(?:[\s-]?(?P<unit>%|percent\b|per cent\b|pp\b|x\b|×|(?:k|m|mn|mm|b|bn|thousand|million|billion)\b))?",
    re.IGNORECASE,
)
_TEXTS_KEPT = 1_024
_MIXED_WORD = re.compile(r"(?<![\w.])(?=\w*\d)(?=\w*[^\W\d_])\w+")
_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_MAGNITUDES = {
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "mm": 1_000_000, "million": 1_000_000,
    "b": 1_000_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_KINDS = {"%": "%", "percent": "%", "per cent": "%", "pp": "%", "x": "x", "×": "x"}
_THOUSANDS = re.compile(r"^\d{1,3}(?:[.,’'\u00a0\u202f]\d{3})+$")
_WORDS = re.compile(
    r"\b(?:t(?:wo|hree|en|welve|hirteen|wenty|hirty|housands?|wice|ripled)|"
    r"f(?:our|ive|ourteen|ifteen|orty|ifty)|s(?:ix|even|ixteen|eventeen|ixty|eventy)|"
    r"e(?:ight|leven|ighteen|ighty)|n(?:ine|ineteen|inety)|h(?:undreds?|alved|alf)|millions?|billions?|"
    r"d(?:ozens?|oubled)|quadrupled)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text; `values` are its possible readings ("1.200" is 1.2 or 1200), `kind` %, x, money or plain."""

    written: str
    kind: str
    values: frozenset[str]
    span: Span

    def stands_in(self, others: frozenset[tuple[str, str]]) -> bool:
        """Tell whether one of the readings is among `others`."""
        return any((self.kind, value) in others for value in self.values)


def numbers(text: str) -> tuple[Number, ...]:
    """Return the figures of the text and the words with digits in them (p95, EC2), links and addresses left out."""
    text = _LINK.sub(lambda match: " " * len(match.group()), text)
    found = [*_figures(text), *_mixed_words(text)]
    return tuple(sorted(found, key=lambda number: number.span))


def number_words(text: str) -> tuple[Number, ...]:
    """Return the numbers written out in words."""
    return tuple(
        Number(match.group(), "word", frozenset({match.group().casefold().rstrip("s")}), Span(*match.span()))
        for match in _WORDS.finditer(text)
    )


def readings(texts: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Return every reading of every number in the texts."""
    return frozenset[tuple[str, str]]().union(*map(_readings_in, texts))


@lru_cache(maxsize=_TEXTS_KEPT)
def _readings_in(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (number.kind, value) for number in (*numbers(text), *number_words(text)) for value in number.values
    )


def _figures(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        unit = (match["unit"] or "").casefold()
        end = match.end()
        if not unit and match.end() < len(text) and (text[end].isalpha() or text[end] == "_"):
            continue
        kind = _KINDS.get(unit) or ("money" if match["currency"] else "plain")
        values = frozenset(f"{value * _MAGNITUDES.get(unit, 1):.6g}" for value in _values(match["digits"]))
        yield Number(match.group().strip(), kind, values, Span(match.start(), end))


def _values(digits: str) -> Iterator[float]:
    plain = re.sub(r"[^\d.,]", "", digits)
    if _THOUSANDS.match(digits):
        yield float(re.sub(r"\D", "", digits))
    if plain.count(",") + plain.count(".") <= 1:
        yield float(plain.replace(",", "."))
    elif not _THOUSANDS.match(digits):
        whole, _, fraction = plain.replace(",", ".").rpartition(".")
        yield float(f"{whole.replace('.', '')}.{fraction}")


def _mixed_words(text: str) -> Iterator[Number]:
    taken = {place for number in _figures(text) for place in range(number.span.start, number.span.end)}
    for match in _MIXED_WORD.finditer(text):
        if taken.isdisjoint(range(*match.span())):
            yield Number(match.group(), "word", frozenset({match.group().casefold()}), Span(*match.span()))
