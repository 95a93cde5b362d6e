"""Every port has a contract, and every contract is run against an adapter."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import is_typeddict

import pytest

from roleferry import ports

_TESTS = Path(__file__).parents[1]

_BY_OTHERS = frozenset({"Audit", "OpenInbox", "Progress", "Tasks", "UnitOfWork"})
"""Parts of a transaction, of a task and of a mailbox, in the contracts of Transactions, TaskQueue and InboxReader."""


def _ports() -> Iterator[str]:
    for module in pkgutil.iter_modules(ports.__path__, f"{ports.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if inspect.isclass(value) and value.__module__ == module.name and getattr(value, "_is_protocol", False):
                assert not is_typeddict(value)
                yield name


def _classes() -> dict[str, set[str]]:
    """Return every class of the tests by name, with the names of its bases."""
    found: dict[str, set[str]] = {}
    for file in _TESTS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                found[node.name] = found.get(node.name, set()) | bases
    return found


PORTS = sorted(_ports())
CLASSES = _classes()


@pytest.mark.parametrize("port", sorted(set(PORTS) - _BY_OTHERS))
def test_every_port_has_a_contract_that_an_adapter_is_held_to(port: str) -> None:
    contract = f"{port}Contract"
    assert contract in CLASSES, f"write {contract} in tests/contracts/"
    assert any(name.startswith("Test") and contract in bases for name, bases in CLASSES.items()), contract


def test_the_ports_without_a_contract_of_their_own_are_those_named_here() -> None:
    assert set(PORTS) >= _BY_OTHERS
    assert not {port for port in _BY_OTHERS if f"{port}Contract" in CLASSES}, "take it off the list: it has one now"
