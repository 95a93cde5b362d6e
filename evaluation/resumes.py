"""Résumés: read each file or text and compare every field with what a careful reader wrote down."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.likeness import Counts, alike, compare, normal
from roleferry.adapters.documents import DocumentReader
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.profile.document import Document, Unreadable
from roleferry.domain.model.profile.reading import read_resume
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.vocabulary import Vocabulary

FIELDS = (
    "name",
    "emails",
    "phones",
    "companies",
    "titles",
    "colleges",
    "degrees",
    "skills",
    "grad_years",
)
_LENIENT = {"companies", "titles", "colleges", "degrees"}
_LEGAL = re.compile(
    r"\b(incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|plc|gmbh|ag|pvt|private|sa|bv|nv)\b"
)

TARGETS = {
    "name f1": 0.95,
    "emails f1": 0.98,
    "phones f1": 0.98,
    "companies f1": 0.80,
    "titles f1": 0.80,
    "colleges f1": 0.80,
    "degrees f1": 0.80,
    "skills precision": 0.85,
    "mean f1": 0.88,
}
_TODAY = date(2026, 11, 1)


def predict(item: dict[str, Any], root: Path) -> dict[str, Any]:
    """Read one résumé, `path` of a file or plain `text`; one that cannot be read has no value in any field."""
    try:
        document = _document(item, root)
    except Unreadable:
        return {"id": item["id"], **{field: [] for field in FIELDS}}
    return {
        "id": item["id"],
        **_values(read_resume(document, vocabulary=_vocabulary(), today=_TODAY)),
    }


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Precision, recall and F1 of each field over the résumés whose gold has a value there, and the mean F1."""
    figures: dict[str, float] = {}
    means: list[float] = []
    for field in FIELDS:
        pairs = [(mine, answer) for mine, answer in zip(predictions, gold, strict=True) if answer.get(field)]
        if pairs:
            counts = sum(
                (_compare(field, mine[field], answer[field]) for mine, answer in pairs),
                Counts(),
            )
            figures |= {
                f"{field} precision": counts.precision,
                f"{field} recall": counts.recall,
            }
            figures[f"{field} f1"] = counts.f1
            means.append(counts.f1)
    return {**figures, "mean f1": sum(means) / len(means) if means else 0.0}


def _document(item: dict[str, Any], root: Path) -> Document:
    if "path" not in item:
        return Document.of_text(item["text"])
    path = root / item["path"]
    return asyncio.run(DocumentReader().read(path.read_bytes(), filename=path.name))


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary()


def _values(resume: Resume) -> dict[str, list[Any]]:
    jobs, courses = resume.positions, resume.education
    listed = any(skill.listed for skill in resume.skills)
    return {
        "name": [resume.name.value] if resume.name else [],
        "emails": [email.value for email in resume.emails],
        "phones": [phone.value for phone in resume.phones],
        "companies": _unique(job.company for job in jobs),
        "titles": _unique(job.title for job in jobs),
        "colleges": _unique(course.institution for course in courses),
        "degrees": _unique(_degree(course.degree, course.field) for course in courses),
        "skills": _unique(skill.written for skill in resume.skills if skill.listed or not listed),
        "grad_years": _unique(course.year for course in courses),
    }


def _degree(degree: str | None, field: str | None) -> str | None:
    if degree and field and normal(field) not in normal(degree):
        return f"{degree} in {field}"
    return degree


def _unique(values: Any) -> list[Any]:
    return list(dict.fromkeys(value for value in values if value))


def _compare(field: str, found: list[Any], there: Any) -> Counts:
    gold = there if isinstance(there, list) else [there]
    keys: dict[str, Callable[[str], str]] = {
        "phones": _digits,
        "companies": _firm,
        "emails": _mail,
    }
    same = alike if field in _LENIENT else str.__eq__
    return compare(map(str, found), map(str, gold), same=same, key=keys.get(field, normal))


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-10:]


def _mail(address: str) -> str:
    return address.strip().lower()


def _firm(name: str) -> str:
    return " ".join(_LEGAL.sub(" ", normal(name)).split()) or normal(name)
