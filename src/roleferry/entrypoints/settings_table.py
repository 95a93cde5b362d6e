"""docs/settings.md, made from the settings themselves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from roleferry.entrypoints.phases import PORTS
from roleferry.entrypoints.settings import Settings, variable

_HEAD = """# Settings

Every setting is an environment variable. This table is made from `entrypoints/settings.py` by
`roleferry settings > docs/settings.md`; an unknown `ROLEFERRY_` variable is an error when a process starts.

| variable | values | default | what it does |
|---|---|---|---|
"""
_PORTS_HEAD = """
## Ports

`ROLEFERRY_PHASE` chooses a row's adapter, `ROLEFERRY_<PORT>` overrides one, `ROLEFERRY_MOCK_MODE=true` forces every
paid one back. `roleferry doctor` shows what is chosen and why. Adapters in parentheses are not part of this release.

| variable | week9 | week10 | week11 | week12 | adapters |
|---|---|---|---|---|---|
"""


def settings_table() -> str:
    """Return the page."""
    return _HEAD + "\n".join(_rows()) + "\n" + _PORTS_HEAD + "\n".join(_ports()) + "\n"


def _rows() -> Iterator[str]:
    hints = get_type_hints(Settings, include_extras=True)
    for field in msgspec.structs.fields(Settings):
        hint = hints[field.name]
        default = field.default
        shown = f"`{str(default).lower() if isinstance(default, bool) else default}`" if default != "" else "(empty)"
        yield f"| `{variable(field.name)}` | {_values(hint)} | {shown} | {_meaning(hint)} |"


def _ports() -> Iterator[str]:
    for port in PORTS:
        adapters = ", ".join(name if one.built else f"({name})" for name, one in port.adapters.items())
        weeks = " | ".join(port.by_phase.values())
        yield f"| `{variable(port.setting)}` | {weeks} | {adapters} |"


def _values(hint: Any) -> str:
    bare = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if get_origin(bare) is Literal:
        return " or ".join(f"`{value}`" if value else "(empty)" for value in get_args(bare))
    names = {bool: "`true` or `false`", int: "a whole number", float: "a number", Path: "a path", str: "text"}
    limits = [meta for meta in getattr(hint, "__metadata__", ()) if isinstance(meta, msgspec.Meta)]
    return names[bare] + "".join(_limits(meta) for meta in limits)


def _limits(meta: msgspec.Meta) -> str:
    least, above, most = meta.ge, meta.gt, meta.le
    low = f"from {least}" if least is not None else f"above {above}" if above is not None else ""
    high = f"to {most}" if most is not None else ""
    return f", {low} {high}".rstrip(" ,") if low or high else ""


def _meaning(hint: Any) -> str:
    metas = [meta for meta in getattr(hint, "__metadata__", ()) if isinstance(meta, msgspec.Meta)]
    return " ".join(meta.description for meta in metas if meta.description).replace("|", "\\|")
