"""What the styles of a DOCX say of size, weight and heading level."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no stubs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading\s*([1-6])", re.IGNORECASE)
_DEEPEST = 12
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Look:
    """Size in points, weight and heading level; None where it is not said."""

    size: float | None = None
    bold: bool | None = None
    heading: int = 0
    listed: bool = False

    def over(self, base: Look) -> Look:
        """Fill what is not said from another look."""
        return Look(
            self.size if self.size is not None else base.size,
            self.bold if self.bold is not None else base.bold,
            self.heading or base.heading,
            self.listed or base.listed,
        )


@dataclass(frozen=True, slots=True)
class Styles:
    """Looks by style id, and that of everything else."""

    looks: dict[str, Look] = field(default_factory=dict)
    default: Look = field(default_factory=Look)

    def look(self, style: str | None) -> Look:
        """Return the look of a style, or the default."""
        return self.looks.get(style or "", self.default).over(self.default)


def look_of(properties: etree._Element | None) -> Look:
    """Read run properties."""
    if properties is None:
        return Look()
    size, bold = properties.find(f"{W}sz"), properties.find(f"{W}b")
    return Look(
        _half_points(size.get(f"{W}val")) if size is not None else None,
        (bold.get(f"{W}val") or "1").lower() not in _OFF if bold is not None else None,
    )


def read_styles(root: etree._Element) -> Styles:
    """Read every style, with what it is based on."""
    own = {style.get(f"{W}styleId") or "": style for style in root.iter(f"{W}style")}
    default = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    return Styles({key: _resolved(key, own, 0) for key in own}, default)


def _resolved(key: str, own: dict[str, etree._Element], depth: int) -> Look:
    style = own.get(key)
    if style is None or depth > _DEEPEST:
        return Look()
    name, base = style.find(f"{W}name"), style.find(f"{W}basedOn")
    title = (name.get(f"{W}val") or "") if name is not None else key
    listed = style.find(f"{W}pPr/{W}numPr") is not None or title.lower().startswith("list bullet")
    look = replace(look_of(style.find(f"{W}rPr")), heading=_level(title), listed=listed)
    return look.over(_resolved(base.get(f"{W}val") or "", own, depth + 1)) if base is not None else look


def _level(name: str) -> int:
    match = _HEADING.search(name)
    return int(match[1]) if match else 0


def _half_points(value: str | None) -> float | None:
    try:
        return float(value or "") / 2
    except ValueError:
        return None
