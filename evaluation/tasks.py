"""Find the tasks: every module of this package that can predict and score."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import evaluation

Item = dict[str, Any]
"""One decoded line of `items.jsonl`, `gold.jsonl` or of a prediction; always with `id`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing the engine is measured on; `name` is the directory below the data directory."""

    name: str
    predict: Callable[[Item, Path], Item]
    score: Callable[[list[Item], list[Item]], dict[str, float]]
    targets: Mapping[str, float]


def discover(only: Collection[str] = ()) -> dict[str, Task]:
    """Import every module, or those asked for, that has `predict`, `score` and `TARGETS`, by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(evaluation.__path__))
    names = [name for name in names if not only or name in only]
    modules = {name: module for name in names if (module := _imported(name)) is not None}
    return {
        name: Task(
            name=name,
            predict=module.predict,
            score=module.score,
            targets=module.TARGETS,
        )
        for name, module in modules.items()
        if hasattr(module, "predict") and hasattr(module, "score") and hasattr(module, "TARGETS")
    }


def _imported(name: str) -> ModuleType | None:
    """Import one module; a broken one is named on stderr and left out, so that the other tasks still run."""
    if name.startswith("_"):
        return None
    try:
        return importlib.import_module(f"evaluation.{name}")
    except ImportError as error:
        print(f"left out evaluation.{name}: {error}", file=sys.stderr)
        return None


def read_jsonl(path: Path) -> list[Item]:
    """Return one item a line; blank lines are passed over."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
