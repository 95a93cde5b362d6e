"""The command: predict, score, print a table with targets beside what other tools reach."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

from evaluation.alternatives import ALTERNATIVES
from evaluation.network import load_network
from evaluation.pace import pace
from evaluation.tasks import Item, Task, discover, read_jsonl
from roleferry.entrypoints.collecting import collect_seldom


def main() -> int:
    """Score every task that has data, or with `TASK` and `OUT` in the environment only predict one."""
    options = _options()
    collect_seldom()
    name, out = os.environ.get("TASK"), os.environ.get("OUT")
    if name and out:
        return _predict_only(discover([name])[name], options.data, Path(out))
    if options.pace:
        print(pace(options.data, load_network()))
        return 0
    tasks = discover(options.set)
    results = {name: _measure(task, options.data) for name, task in tasks.items() if (options.data / name).is_dir()}
    print(json.dumps(results, indent=2, sort_keys=True) if options.json else _table(results, tasks))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="evaluation", description=__doc__)
    parser.add_argument(
        "--data",
        type=Path,
        default=os.environ.get("DATA"),
        help="directory with one folder a task",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="TASK",
        help="only this task; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="print figures for programs")
    parser.add_argument("--pace", action="store_true", help="time fit and halves beside a small embedding model")
    options = parser.parse_args()
    if options.data is None:
        parser.error("say where the data is: --data DIR")
    options.data = Path(options.data)
    return options


def _predict_only(task: Task, data: Path, out: Path) -> int:
    items = read_jsonl(data / task.name / "items.jsonl")
    with out.open("w", encoding="utf-8") as file:
        for item in items:
            file.write(json.dumps(task.predict(item, data / task.name), ensure_ascii=True) + "\n")
    print(f"{task.name}: {len(items)} predictions in {out}", file=sys.stderr)
    return 0


def _measure(task: Task, data: Path) -> dict[str, float]:
    root = data / task.name
    gold = {answer["id"]: answer for answer in read_jsonl(root / "gold.jsonl")}
    items = [item for item in read_jsonl(root / "items.jsonl") if item["id"] in gold]
    started = time.perf_counter()
    predictions: list[Item] = [task.predict(item, root) for item in items]
    elapsed = time.perf_counter() - started
    scores = task.score(predictions, [gold[item["id"]] for item in items])
    return {
        **scores,
        "items": len(items),
        "ms_per_item": round(1000 * elapsed / max(1, len(items)), 1),
    }


def _table(results: dict[str, dict[str, float]], tasks: dict[str, Task]) -> str:
    lines = [f"{'task':<10} {'figure':<28} {'score':>8} {'target':>8}"]
    for name, scores in results.items():
        lines.append("-" * 62)
        lines += [_row(name, figure, score, tasks[name].targets.get(figure)) for figure, score in scores.items()]
        lines += [f"{'':<10} others: {text}" for text in ALTERNATIVES.get(name, ())]
    return "\n".join(lines)


def _row(task: str, figure: str, score: float, target: float | None) -> str:
    if target is None:
        return f"{task:<10} {figure:<28} {score:>8.3f}"
    return f"{task:<10} {figure:<28} {score:>8.3f} {target:>8.2f} {'ok' if score >= target else 'MISSED'}"


if __name__ == "__main__":
    sys.exit(main())
