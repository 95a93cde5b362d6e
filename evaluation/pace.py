"""What matching takes from end to end, beside a small embedding model on the same texts (SPEC 3.5)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from evaluation.network import Encode
from evaluation.tasks import Item, read_jsonl
from roleferry.adapters.documents import DocumentReader
from roleferry.adapters.language import load_language
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.jobs.reading import read_posting
from roleferry.domain.model.matching import index_posting, index_resume, match_indexed
from roleferry.domain.model.matching.ranking import collect
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.reading import read_resume

_TARGET = 0.1
_ROUNDS = 3
_TODAY = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Work:
    """One task as a whole: what the rules do, and the texts that the model would encode for it."""

    name: str
    rules: Callable[[], object]
    texts: tuple[str, ...]


def pace(data: Path, encode: Encode | None) -> str:
    """
    Return a table of processor time, one thread, rules and model in turn, each the median of three rounds.

    `encode` is the model, or None where there is none to measure.
    """
    load_vocabulary()
    load_language()
    works = [work for work in (_fit(data), _halves(data)) if work.texts]
    lines = [
        f"{'task':<8} {'texts':>6} {'rules, ms a text':>17} {'model, ms a text':>17} {'ratio':>7}  target {_TARGET}"
    ]
    for work in works:
        rounds = [
            (_seconds(work.rules), _seconds(partial(encode, work.texts)) if encode else 0.0) for _ in range(_ROUNDS)
        ]
        lines.append(_row(work, *(median(took) for took in zip(*rounds, strict=True))))
    return "\n".join(lines if encode else [*lines, "the model was not measured: uv pip install torch"])


def _row(work: Work, rules: float, model: float) -> str:
    count = len(work.texts)
    ratio = f"{rules / model:>7.3f}  {'ok' if rules <= _TARGET * model else 'MISSED'}" if model else ""
    return f"{work.name:<8} {count:>6} {1000 * rules / count:>17.2f} {1000 * model / count:>17.2f} {ratio}".rstrip()


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _fit(data: Path) -> Work:
    """Every résumé with every advert; files are turned into text beforehand, for either needs it."""
    resumes = [_document(path) for path in _resume_files(data)]
    adverts = _adverts(data)

    def rules() -> None:
        vocabulary, language = load_vocabulary(), load_language()
        jobs = [read_posting(text, vocabulary=vocabulary, today=_TODAY) for text in adverts]
        postings = [index_posting(job, language=language, vocabulary=vocabulary) for job in jobs]
        people = [read_resume(document, vocabulary=vocabulary, today=_TODAY) for document in resumes]
        for person in (index_resume(one, language=language, vocabulary=vocabulary) for one in people):
            for posting in postings:
                match_indexed(person, posting, None, language=language)

    return Work("fit", rules, (*("\n".join(line.text for line in one.lines) for one in resumes), *adverts))


def _halves(data: Path) -> Work:
    """Every posting's first half sought among all second halves."""
    cut = [_cut(text) for text in _adverts(data)]
    queries, docs = [first for first, _ in cut], tuple(second for _, second in cut)

    def rules() -> None:
        language = load_language()
        collection = collect(docs, language=language)
        for query in queries:
            collection.rank(query, language=language)

    return Work("halves", rules, (*queries, *docs))


def _cut(text: str) -> tuple[str, str]:
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n".join(lines[: len(lines) // 2]), "\n".join(lines[len(lines) // 2 :])


def _adverts(data: Path) -> Sequence[str]:
    found: Iterable[str] = (item["job"] for item in _items(data, "fit")) if (data / "fit").is_dir() else ()
    return list(dict.fromkeys(found)) or [item["text"] for item in _items(data, "skills")]


def _resume_files(data: Path) -> Sequence[Path]:
    name, key = ("fit", "resume_path") if (data / "fit").is_dir() else ("resumes", "path")
    found = dict.fromkeys(str(item[key]) for item in _items(data, name))
    return [next((place for place in (data / name / one, data / one) if place.is_file()), data / one) for one in found]


def _items(data: Path, task: str) -> list[Item]:
    path = data / task / "items.jsonl"
    return read_jsonl(path) if path.is_file() else []


def _document(path: Path) -> Document:
    return asyncio.run(DocumentReader().read(path.read_bytes(), filename=path.name))
