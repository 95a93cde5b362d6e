"""What the journey came to: everything a reader is told, as data."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True, kw_only=True)
class Report:
    """Filled as the journey goes on; what was not reached stays empty. `said` sums it up in a sentence or two."""

    service: str
    resume_from: str
    job_from: str
    outcome: str = "not_sent"
    said: str = ""
    resume: dict[str, Any] = field(default_factory=dict)
    job: dict[str, Any] = field(default_factory=dict)
    match: dict[str, Any] = field(default_factory=dict)
    pairs: list[dict[str, Any]] = field(default_factory=list)
    gaps: list[dict[str, Any]] = field(default_factory=list)
    contacts: list[dict[str, Any]] = field(default_factory=list)
    offer: dict[str, Any] = field(default_factory=dict)
    campaign: dict[str, Any] = field(default_factory=dict)
    mails: list[dict[str, Any]] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)
    costs: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """Return it for programs."""
        return asdict(self)


def rate(value: Any) -> str:
    """Return a rate in words with its denominator; a null one is said to be unknown, never zero."""
    if value["value"] is None:
        return f"not known yet ({value['numerator']} of {value['denominator']})"
    return f"{value['value'] * 100:.1f} % ({value['numerator']} of {value['denominator']})"


def figure(value: Any) -> str:
    """Return a figure of the analytics in words."""
    if isinstance(value, dict) and {"value", "numerator", "denominator"} <= value.keys():
        return rate(value)
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {figure(each)}" for name, each in value.items()) or "none"
    if isinstance(value, list):
        return "; ".join(each if isinstance(each, str) else figure(each) for each in value) or "none"
    return "not known" if value is None else str(value)


def counted(report: Report) -> Iterator[tuple[str, str]]:
    """Yield every figure and what was spent, as name and words."""
    for name, value in report.figures.items():
        yield label(name), figure(value)
    if report.costs:
        yield "Spent", f"{figure(report.costs.get('total'))} {report.costs.get('currency', '')}".strip()


def label(name: str) -> str:
    """Return `total_sent` as `Total sent`."""
    return name.replace("_", " ").capitalize()
