"""Jobs and applications from other trackers and from files of matched jobs (SPEC 2, imports)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from roleferry.domain.model.jobs.application import CloseReason, Stage
from roleferry.domain.model.jobs.statuses import UnknownStatus, read_status
from roleferry.domain.model.tables import NotATable, Row, read_table
from roleferry.domain.model.tables.encoding import text_of
from roleferry.domain.model.tables.reading import key_of

ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": ("job title", "position", "role", "job", "job name", "position title", "role title", "opening"),
    "company": ("employer", "company name", "organization", "organisation", "hiring company", "business"),
    "url": ("link", "job url", "job link", "posting url", "posting", "job posting", "apply url", "apply link", "href"),
    "location": ("city", "place", "job location", "office"),
    "description": ("job description", "raw description", "jd", "details", "summary", "full description", "body"),
    "status": ("stage", "state", "application status", "application stage", "progress", "list", "column"),
    "reason": ("close reason", "outcome reason", "why"),
    "notes": ("note", "comment", "comments", "remarks"),
    "score": ("match score", "match", "fit", "fit score", "match percent", "rating", "relevance", "overall score"),
    "applied_at": ("applied", "date applied", "applied on", "application date", "applied date", "date of application"),
    "posted_at": ("posted", "date posted", "posted on", "posting date", "published", "published at"),
    "salary_min": ("min salary", "salary minimum", "minimum salary", "salary from"),
    "salary_max": ("max salary", "salary maximum", "maximum salary", "salary to"),
    "currency": ("salary currency",),
}  # fmt: skip
_LONGEST = 300
_LONGEST_URL = 2000
_LONGEST_NOTE = 5_000
_MOST_DESCRIPTION = 100_000
_URL = re.compile(r"https?://[^\s/]+\.?[^\s]*", re.IGNORECASE)
_AMOUNT = re.compile(r"\d[\d,. ]*")
_DATES = ("%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d %b %Y", "%b %d, %Y", "%d %B %Y", "%B %d, %Y", "%b %d %Y")
_CURRENCY = re.compile(r"[A-Z]{3}")


class RowProblem(ValueError):
    """A row that cannot be imported; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignJob:
    """One row, understood; their score is a remark, never ours."""

    row: int
    title: str | None
    company: str | None
    url: str | None
    location: str | None
    description: str
    stage: Stage
    reason: CloseReason | None
    says_stage: bool
    notes: str | None
    applied_at: datetime | None
    posted_at: date | None
    salary_min: Decimal | None
    salary_max: Decimal | None
    currency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignTable:
    """Rows of a file in any of its forms; `estimate` is at most how many."""

    columns: frozenset[str]
    estimate: int
    text: str
    is_json: bool
    data: bytes

    def rows(self) -> Iterator[Row]:
        """Yield the rows, one at a time."""
        return _json_rows(self.text) if self.is_json else read_table(self.data, aliases=ALIASES).rows()


def read_foreign(data: bytes) -> ForeignTable:
    """
    Return the rows of a CSV file, a JSON list, or JSON lines.

    Raises:
        NotATable: none of these, or it names nothing that makes a job.
    """
    text = text_of(data) if data.lstrip()[:1] in {b"{", b"["} or data[:3] == b"\xef\xbb\xbf" else ""
    if text.lstrip()[:1] in {"{", "["}:
        first = next(_json_rows(text), None)
        if first is None:
            raise NotATable("the file holds no jobs")
        columns = frozenset(ALIASES)
        return ForeignTable(columns=columns, estimate=_json_count(text), text=text, is_json=True, data=b"")
    table = read_table(data, aliases=ALIASES).require("title", "url", "description")
    return ForeignTable(columns=frozenset(table.columns), estimate=table.estimate, text="", is_json=False, data=data)


def read_job(row: Row, *, needs_status: bool) -> ForeignJob:
    """
    Return a row as a job.

    Raises:
        RowProblem: it names no job, or something in it cannot be understood.
    """
    if row.problem:
        raise RowProblem(row.problem)
    title, url, description = row.get("title"), _url(row.get("url")), row.get("description") or ""
    if not (description.strip() or (title and (row.get("company") or url))):
        raise RowProblem("names no job: give a title with a company or a link, or a description")
    status = row.get("status")
    if needs_status and not status:
        raise RowProblem("has no status")
    stage, reason = _stage(status, row.get("reason"))
    applied = _date(row.get("applied_at"), "applied_at")
    return ForeignJob(
        row=row.number,
        title=_short(title, "title"),
        company=_short(row.get("company"), "company"),
        url=url,
        location=_short(row.get("location"), "location"),
        description=description[:_MOST_DESCRIPTION],
        stage=stage,
        reason=reason,
        says_stage=status is not None,
        notes=_notes(row),
        applied_at=datetime(applied.year, applied.month, applied.day, tzinfo=UTC) if applied else None,
        posted_at=_date(row.get("posted_at"), "posted_at"),
        salary_min=_amount(row.get("salary_min")),
        salary_max=_amount(row.get("salary_max")),
        currency=_currency(row.get("currency")),
    )


def _stage(status: str | None, reason: str | None) -> tuple[Stage, CloseReason | None]:
    if status is None:
        return Stage.SAVED, None
    try:
        return read_status(status, reason)
    except UnknownStatus as error:
        raise RowProblem(str(error)) from error


def _notes(row: Row) -> str | None:
    score = row.get("score")
    theirs = f"Score in the imported file: {score[:40]} (not RoleFerry's)" if score else None
    return "\n".join(each for each in (row.get("notes"), theirs) if each)[:_LONGEST_NOTE] or None


def _short(value: str | None, name: str) -> str | None:
    if value and len(value) > _LONGEST:
        raise RowProblem(f"{name} is longer than {_LONGEST} characters: are the columns shifted?")
    return " ".join(value.split()) if value else None


def _url(value: str | None) -> str | None:
    if not value:
        return None
    if len(value) > _LONGEST_URL or not _URL.fullmatch(value):
        raise RowProblem(f"'{value[:60]}' is no web address: it begins with https://")
    return value


def _date(value: str | None, name: str) -> date | None:
    if not value:
        return None
    head = value.strip()
    if re.match(r"\d{4}-\d\d-\d\d[T ]", head):
        head = head[:10]
    for form in _DATES:
        try:
            return datetime.strptime(head, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise RowProblem(f"{name} '{value[:40]}' is no date that can be told: write it like 2026-11-22")


def _amount(value: str | None) -> Decimal | None:
    found = _AMOUNT.search(value or "")
    if not found:
        return None
    try:
        amount = Decimal(re.sub(r"[, ]", "", found.group()).rstrip("."))
    except InvalidOperation:
        return None
    return amount if amount < Decimal(10) ** 12 else None


def _currency(value: str | None) -> str | None:
    return value.upper() if value and _CURRENCY.fullmatch(value.upper()) else None


def _json_count(text: str) -> int:
    return text.count("\n") + 1 if text.lstrip()[:1] == "{" else text.count("{")


def _json_rows(text: str) -> Iterator[Row]:
    if text.lstrip()[:1] == "[":
        try:
            objects = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise NotATable("the file is no JSON that can be read") from error
        yield from (_json_row(number, one) for number, one in enumerate(objects, start=1))
        return
    start, number = 0, 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line, start = text[start:end].strip(), end + 1
        number += 1
        if line:
            yield _json_line(number, line)


def _json_line(number: int, line: str) -> Row:
    try:
        return _json_row(number, json.loads(line))
    except (ValueError, RecursionError):
        return Row(number=number, values={}, problem="is no JSON object")


def _json_row(number: int, one: Any) -> Row:
    if not isinstance(one, dict):
        return Row(number=number, values={}, problem="is no JSON object")
    values: dict[str, str] = {}
    for name, value in _flat(one):
        meaning = _MEANINGS.get(key_of(name))
        if meaning and value.strip():
            values.setdefault(meaning, value.strip())
    return Row(number=number, values=values)


def _flat(one: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield names and texts; of an object within, its name for itself and its fields after those outside."""
    inner = [(name, value) for name, value in one.items() if isinstance(value, dict)]
    for name, value in one.items():
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            yield name, _clean(value)
    for name, value in inner:
        for own in ("name", "value", "overall", "score"):
            if isinstance(value.get(own), str | int | float):
                yield name, _clean(value[own])
                break
        yield from (
            (key, _clean(text)) for key, text in value.items() if isinstance(text, str | int | float) and key != "name"
        )


def _clean(value: object) -> str:
    """Return the text without what no database keeps: NULs and halves of surrogate pairs."""
    return str(value)[:_MOST_DESCRIPTION].replace("\0", "").encode("utf-8", "replace").decode()


_MEANINGS = {key_of(written): name for name, others in ALIASES.items() for written in (*others, name)}
