"""Rules on one core, beside the time they are allowed."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.table import Row
from roleferry.adapters.language import load_language
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.jobs.reading import read_posting
from roleferry.domain.model.matching import match
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.reading import read_resume

_SAMPLES = Path(__file__).parent.parent / "tests" / "samples"
_TODAY = date(2026, 11, 22)
_RESUME_MS = 20.0
_MATCHES_MS = 1000.0
_MATCHES = 1000


def rows(*, repeats: int) -> Iterator[Row]:
    """Yield the time of reading a résumé's text and of matching it against a thousand jobs."""
    vocabulary, language = load_vocabulary(), load_language()
    document = Document.of_text((_SAMPLES / "marketing.txt").read_text(encoding="utf-8"))
    reading = _milliseconds(lambda: read_resume(document, vocabulary=vocabulary, today=_TODAY), repeats * 10)
    yield _allowed("résumé text read, ms", reading, _RESUME_MS)
    resume = read_resume(document, vocabulary=vocabulary, today=_TODAY)
    adverts = [(_SAMPLES / name).read_text(encoding="utf-8") for name in ("marketing_job.txt", "nurse_job.txt")]
    postings = [read_posting(advert, vocabulary=vocabulary, today=_TODAY) for advert in adverts]

    def all_of_them() -> None:
        for place in range(_MATCHES):
            match(resume, postings[place % 2], None, language=language, vocabulary=vocabulary)

    yield _allowed(f"a résumé matched with {_MATCHES} jobs, ms", _milliseconds(all_of_them, repeats), _MATCHES_MS)


def _allowed(name: str, milliseconds: float, limit: float) -> Row:
    return Row(name=name, value=milliseconds, reference=limit, target=1.0, at_least=False)


def _milliseconds(work: Callable[[], object], repeats: int) -> float:
    """Return the median time of one call."""
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times)
