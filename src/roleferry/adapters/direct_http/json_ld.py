"""schema.org `JobPosting` in a page's JSON-LD (job-boards.md 7)."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec
from lxml import html

from roleferry.adapters.direct_http import fields
from roleferry.adapters.direct_http.html_text import text_of_fragment
from roleferry.domain.model.jobs.page import FetchedPosting
from roleferry.domain.model.jobs.posting import Salary, WorkMode

_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_RAW_CONTROL = re.compile(r"[\x00-\x1f]+")
_MOST_NODES = 2_000


def posting_in(root: html.HtmlElement, *, url: str) -> FetchedPosting | None:
    """Return the first posting the page declares with a text, or None."""
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            for node in _nodes(_decoded(script.text or "")):
                posting = _posting(node, url) if _is_posting(node) else None
                if posting is not None:
                    return posting
    return None


def _decoded(written: str) -> object:
    """Decode JSON as pages really write it: with trailing commas, raw line breaks or escaped as HTML."""
    bare = written.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", _RAW_CONTROL.sub(" ", bare)), entities.unescape(bare)):
        try:
            return msgspec.json.decode(attempt.encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
    return None


def _nodes(decoded: object) -> Iterator[Mapping[str, Any]]:
    """Yield every object of the document, its `@graph` and lists included, breadth first and bounded."""
    queue = [decoded]
    for _ in range(_MOST_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield node
            queue.extend(node[name] for name in ("@graph", "mainEntity", "itemListElement", "item") if name in node)


def _is_posting(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return "JobPosting" in (kinds if isinstance(kinds, list) else [kinds])


def _posting(node: Mapping[str, Any], url: str) -> FetchedPosting | None:
    text = _text(node)
    if not text:
        return None
    return FetchedPosting(
        text=text,
        canonical_url=url,
        source="json_ld",
        external_id=_named(node.get("identifier"), "value"),
        title=_said(node.get("title")) or _said(node.get("name")),
        company=_named(node.get("hiringOrganization"), "name"),
        location=_location(node.get("jobLocation")),
        salary=_salary(node.get("baseSalary")) or _salary(node.get("estimatedSalary")),
        posted_at=fields.day(node.get("datePosted")),
        expires_at=_expiry(node),
        employment_type=_employment(node.get("employmentType")),
        work_mode=WorkMode.REMOTE if "TELECOMMUTE" in str(node.get("jobLocationType", "")).upper() else None,
    )


_EXTRAS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("experienceRequirements", "Experience"),
    ("jobBenefits", "Benefits"),
)


def _text(node: Mapping[str, Any]) -> str:
    """Return the description; the separate properties follow under a heading where the description lacks them."""
    body = text_of_fragment(_markup(node.get("description")))
    for name, heading in _EXTRAS:
        extra = text_of_fragment(_markup(node.get(name)))
        if extra and extra[:60] not in body:
            body += f"\n\n{heading}\n{extra}"
    return body.strip()


def _markup(value: object) -> str:
    if isinstance(value, list):
        return "".join(f"<li>{_markup(part)}</li>" for part in value[:100])
    said = value if isinstance(value, str) else ""
    marked = entities.unescape(said) if "&lt;" in said else said
    return marked if "<" in marked else marked.replace("\n", "<br>")


def _said(value: object) -> str | None:
    return entities.unescape(value).strip() or None if isinstance(value, str) else None


def _named(value: object, name: str) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get(name)
    return str(value) if isinstance(value, int) else _said(value)


def _location(value: object) -> str | None:
    """Return the first place, as city, region and country."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        return _said(first)
    address = first.get("address", first)
    if not isinstance(address, dict):
        return _said(address) or _said(first.get("name"))
    country = address.get("addressCountry")
    parts = (address.get("addressLocality"), address.get("addressRegion"), _named(country, "name"))
    return fields.place(*parts) or _said(first.get("name"))


def _salary(value: object) -> Salary | None:
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        return fields.salary(first, first, currency=None, per=None)
    inner = first.get("value", first)
    currency = first.get("currency")
    if not isinstance(inner, dict):
        return fields.salary(inner, inner, currency=currency, per=first.get("unitText"))
    one = inner.get("value")
    low, high = inner.get("minValue", one), inner.get("maxValue", one)
    return fields.salary(
        low, high, currency=currency or inner.get("currency"), per=inner.get("unitText") or first.get("unitText")
    )


def _expiry(node: Mapping[str, Any]) -> date | None:
    return fields.day(node.get("validThrough"))


def _employment(value: object) -> str | None:
    kinds = value if isinstance(value, list) else [value]
    return next((ours for kind in kinds if (ours := fields.employment(kind))), None)
