"""A trie over tokens: the longest known name that starts at a word, in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from roleferry.domain.model.vocabulary.tokens import Tokens, keys_of

Value = TypeVar("Value")


class _Node(Generic[Value]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Value]] = {}
        self.values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Trie(Generic[Value]):
    """Names of one or more tokens, each with what it stands for; several values may share a name."""

    root: _Node[Value]

    @classmethod
    def of(cls, names: Iterable[tuple[str, Value]]) -> Trie[Value]:
        """Build from (name, value) pairs; a name without a word in it is ignored."""
        root: _Node[Value] = _Node()
        for name, value in names:
            _insert(root, keys_of(name), value)
        return cls(root)

    def matches(self, tokens: Tokens, at: int) -> list[tuple[int, tuple[Value, ...]]]:
        """Return every name starting at token `at` as (index after its last token, values), longest first."""
        found: list[tuple[int, tuple[Value, ...]]] = []
        keys = tokens.keys
        node = self.root.next.get(keys[at])
        index = at + 1
        while node is not None:
            if node.values:
                found.append((index, node.values))
            node = node.next.get(keys[index]) if index < len(keys) else None
            if node is None or not tokens.joined(index):
                break
            index += 1
        found.reverse()
        return found

    def starts(self, tokens: Tokens) -> list[int]:
        """Return the tokens with which a name can begin, in order."""
        first = self.root.next
        return [at for at, key in enumerate(tokens.keys) if key in first]

    def lookup(self, name: str) -> tuple[Value, ...]:
        """Return what exactly this name stands for, or nothing."""
        node: _Node[Value] | None = self.root
        for key in keys_of(name):
            node = node.next.get(key) if node is not None else None
        return node.values if node is not None else ()


def _insert(root: _Node[Value], keys: tuple[str, ...], value: Value) -> None:
    if not keys:
        return
    node = root
    for key in keys:
        node = node.next.setdefault(key, _Node())
    if value not in node.values:
        node.values = (*node.values, value)
