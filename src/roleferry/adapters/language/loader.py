"""Read the word files once, and hand the domain one `Language`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import snowballstemmer

from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.problems import Part, Problem, ProblemIndex

_STEMS_KEPT = 50_000
_LONGEST_WORD = 40

Aliases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def load_language() -> Language:
    """Return English as job texts use it; read from the files once a process (about 0.2 s)."""
    stem = _Stems().__getitem__
    aliases = _aliases(stem)
    classes = list(_blocks("skill_classes.txt"))
    plain = Language(stem=stem, stop_words=frozenset(), rarities={}, aliases=aliases, trades={})
    return Language(
        stem=stem,
        stop_words=frozenset(stem(word) for line in _lines("stop_words.txt") for word in line.split()),
        rarities=_with_classes(_rarities(stem), aliases),
        aliases=aliases,
        trades=_trades(),
        problems=_problems(_named(_blocks("problems.txt")), plain),
        classes_asked=_problems(((_class(asked), weight, asked) for weight, asked, _ in _parted(classes)), plain),
        classes_told=_problems(((_class(asked), weight, told) for weight, asked, told in _parted(classes)), plain),
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


def _blocks(name: str) -> Iterator[tuple[float, str]]:
    """Yield each line with the figure of its block."""
    weight = 1.0
    for line in _lines(name):
        if line.startswith("= "):
            weight = float(line.removeprefix("= "))
        else:
            yield weight, line


def _named(blocks: Iterable[tuple[float, str]]) -> Iterator[tuple[str, float, Sequence[str]]]:
    for weight, line in blocks:
        name, *ways = line.split(" | ")
        yield name, weight, ways


def _parted(blocks: Iterable[tuple[float, str]]) -> Iterator[tuple[float, Sequence[str], Sequence[str]]]:
    """Yield the ways to ask for a class, and the tools that are one."""
    for weight, line in blocks:
        asked, _, told = line.partition(" > ")
        yield weight, asked.split(" | "), told.split(" | ")


def _class(asked: Sequence[str]) -> str:
    return f"{asked[0]}, of which it is one"


def _problems(listed: Iterable[tuple[str, float, Sequence[str]]], words: Language) -> ProblemIndex:
    def parts(way: str) -> tuple[Part, ...]:
        return tuple(tuple(stem for stem, _ in words.spelled(part)) for part in way.split(" + "))

    return ProblemIndex.of((parts(way), Problem(name, weight)) for name, weight, ways in listed for way in ways)


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
