"""Read the word files once, and hand the domain one `Language`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files

import snowballstemmer

from roleferry.domain.model.matching.language import Language

_STEMS_KEPT = 50_000
_LONGEST_WORD = 40

Aliases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def load_language() -> Language:
    """Return English as job texts use it; read from the files once a process (about 0.2 s)."""
    stem = _Stems().__getitem__
    aliases = _aliases(stem)
    return Language(
        stem=stem,
        stop_words=frozenset(stem(word) for line in _lines("stop_words.txt") for word in line.split()),
        rarities=_with_classes(_rarities(stem), aliases),
        aliases=aliases,
        trades=_trades(),
    )


class _Stems(dict[str, str]):
    """The stems of words met so far, forgotten when there are too many: a look-up costs less than a call."""

    def __init__(self) -> None:
        super().__init__()
        self._stemmer = snowballstemmer.stemmer("english")

    def __missing__(self, word: str) -> str:
        if len(word) > _LONGEST_WORD:
            return word[:_LONGEST_WORD]
        if len(self) >= _STEMS_KEPT:
            self.clear()
        stem = self[word] = str(self._stemmer.stemWord(word))
        return stem


def _lines(name: str) -> Iterator[str]:
    text = files("roleferry.adapters.language").joinpath("data", name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _rarities(stem: Callable[[str], str]) -> Mapping[str, float]:
    """The figure of the first block that names a word."""
    rarities: dict[str, float] = {}
    rarity = 1.0
    for line in _lines("common_words.txt"):
        if line.startswith("= "):
            rarity = float(line.removeprefix("= "))
            continue
        for word in line.split():
            rarities.setdefault(stem(word), rarity)
    return rarities


def _aliases(stem: Callable[[str], str]) -> Aliases:
    found: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for line in _lines("synonyms.txt"):
        forms = [tuple(stem(word) for word in form.split()) for form in line.split("|")]
        for form in forms:
            found[form[0]].setdefault(form, " ".join(forms[0]))
    return {first: tuple(sorted(forms.items(), key=_longest_first)) for first, forms in found.items()}


def _longest_first(form: tuple[tuple[str, ...], str]) -> tuple[int, tuple[str, ...]]:
    return -len(form[0]), form[0]


def _with_classes(rarities: Mapping[str, float], aliases: Aliases) -> Mapping[str, float]:
    """A class of synonyms says no more than the commonest of its words."""
    found = dict(rarities)
    for form, name in (pair for forms in aliases.values() for pair in forms):
        if len(form) == 1 and form[0] in rarities:
            found[name] = min(found.get(name, 1.0), rarities[form[0]])
    return found


def _trades() -> Mapping[str, Mapping[str, float]]:
    trades: dict[str, Mapping[str, float]] = {}
    for line in _lines("trades.tsv"):
        word, _, groups = line.split("\t")
        percent = dict(group.split(":") for group in groups.split())
        trades[word] = {group: int(share) / 100 for group, share in percent.items()}
    return trades
