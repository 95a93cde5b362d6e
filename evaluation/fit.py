"""Say how well a résumé file and an advert fit: `resume_path` and `job` in, a score out."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from roleferry.adapters.documents import DocumentReader
from roleferry.adapters.language import load_language
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.jobs.reading import read_posting
from roleferry.domain.model.matching import PostingIndex, ResumeIndex, index_posting, index_resume, match_indexed
from roleferry.domain.model.profile.document import Unreadable
from roleferry.domain.model.profile.reading import read_resume

TARGETS = {"auc": 0.80}
_NAMES = ("fit", "label", "match", "gold")
"""What the answer, true for a pair that fits, may be called."""
_TODAY = date(2026, 11, 1)


def predict(item: dict[str, Any], root: Path) -> dict[str, Any]:
    """Return the match score, 0–100; a file that cannot be read matches nothing."""
    try:
        resume = _resume(_found(root, str(item["resume_path"])))
    except Unreadable:
        return {"id": item["id"], "score": 0.0}
    found = match_indexed(resume, _posting(str(item["job"])), None, language=load_language())
    return {"id": item["id"], "score": found.score}


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Return the chance that a pair that fits scores above one that does not (area under the ROC curve)."""
    fits = {answer["id"]: bool(next(answer[name] for name in _NAMES if name in answer)) for answer in gold}
    good = [guess["score"] for guess in predictions if fits[guess["id"]]]
    bad = [guess["score"] for guess in predictions if not fits[guess["id"]]]
    wins = sum((high > low) + (high == low) / 2 for high in good for low in bad)
    return {"auc": wins / (len(good) * len(bad)) if good and bad else 0.0}


def _found(root: Path, path: str) -> Path:
    """Paths are relative to the task's directory, or to the one above."""
    return next((place for place in (root / path, root.parent / path) if place.is_file()), root / path)


@lru_cache(maxsize=4096)
def _resume(path: Path) -> ResumeIndex:
    document = asyncio.run(DocumentReader().read(path.read_bytes(), filename=path.name))
    vocabulary = load_vocabulary()
    resume = read_resume(document, vocabulary=vocabulary, today=_TODAY)
    return index_resume(resume, language=load_language(), vocabulary=vocabulary)


@lru_cache(maxsize=4096)
def _posting(text: str) -> PostingIndex:
    vocabulary = load_vocabulary()
    posting = read_posting(text, vocabulary=vocabulary, today=_TODAY)
    return index_posting(posting, language=load_language(), vocabulary=vocabulary)
