"""One measured row, and how it is printed."""

from dataclasses import dataclass

HEAD = f"{'':62}{'value':>12}{'reference':>12}{'ratio':>8}{'target':>10}  held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`value` beside `reference`, of the same run; `target` is the ratio to reach, or (`at_least` false) stay under."""

    name: str
    value: float
    reference: float
    target: float
    at_least: bool = True

    @property
    def ratio(self) -> float:
        """Return value / reference."""
        return self.value / self.reference if self.reference else float("inf")

    @property
    def held(self) -> bool:
        """Say whether the target is held."""
        return self.ratio >= self.target if self.at_least else self.ratio <= self.target

    def as_json(self) -> dict[str, object]:
        """Return the row for programs."""
        figures = {"value": self.value, "reference": self.reference, "ratio": self.ratio, "target": self.target}
        return {"name": self.name, **{name: round(figure, 3) for name, figure in figures.items()}, "held": self.held}


def line(row: Row) -> str:
    """Return the row for people, as wide as HEAD."""
    sign = "≥" if row.at_least else "≤"
    return (
        f"{row.name:62}{row.value:12.1f}{row.reference:12.1f}{row.ratio:8.2f}"
        f"{sign:>5}{row.target:5.2f}  {'yes' if row.held else 'NO'}"
    )
