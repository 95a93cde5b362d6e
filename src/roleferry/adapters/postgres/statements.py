"""The SQL of `queries/*.sql`, by name: `-- name: save_campaign`, a comment that explains, the statement."""

import re
from collections.abc import Mapping
from importlib.resources import files

_NAME = re.compile(r"^-- name: (\w+)\s*$", re.MULTILINE)


def _load() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for file in sorted(files("roleferry.adapters.postgres.queries").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".sql"):
            parts = _NAME.split(file.read_text(encoding="utf-8"))
            for name, sql in zip(parts[1::2], parts[2::2], strict=True):
                if name in found:
                    raise ValueError(f"two statements are named {name}")
                found[name] = sql.strip().rstrip(";")
    return found


STATEMENTS = _load()
