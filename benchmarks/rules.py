"""Rules in processor time on one core, beside the time they are allowed (SPEC 12)."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.table import Row
from roleferry.adapters.language import load_language
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.jobs.reading import read_posting
from roleferry.domain.model.matching import index_posting, index_resume, match_indexed
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.reading import read_resume
from roleferry.domain.model.sending.company_ledger import CompanyLedger
from roleferry.domain.model.sending.company_policy import CompanyLimit
from roleferry.domain.model.sending.planner import plan
from tests.unit.sending.factories import a_load, a_sequence

_SAMPLES = Path(__file__).parent.parent / "tests" / "samples"
_TODAY = date(2026, 11, 22)
_RESUME_MS = 20.0
_MATCHES_MS = 1000.0
_MATCHES = 1000
_PLAN_US = 100.0
_PEOPLE = 1000
_MAILBOXES = 10


def rows(*, repeats: int) -> Iterator[Row]:
    """Yield the time of reading a résumé's text, of matching it against a thousand jobs, of planning one mail."""
    yield _allowed("résumé text read, ms", _milliseconds(_reading(), repeats * 10), _RESUME_MS)
    yield _allowed(f"a résumé matched with {_MATCHES} jobs, ms", _milliseconds(_matching(), repeats), _MATCHES_MS)
    sequences = [a_sequence(number, mailbox=number % _MAILBOXES) for number in range(_PEOPLE)]
    mails = [mail for sequence in sequences for mail in sequence]
    loads = [a_load(number) for number in range(_MAILBOXES)]
    planning = _milliseconds(lambda: plan(mails, mailboxes=loads, companies=CompanyLedger(CompanyLimit())), repeats)
    yield _allowed(f"one of {len(mails)} mails planned, µs", 1000 * planning / len(mails), _PLAN_US)


def _reading() -> Callable[[], object]:
    vocabulary = load_vocabulary()
    document = Document.of_text(_sample("marketing.txt"))
    return lambda: read_resume(document, vocabulary=vocabulary, today=_TODAY)


def _matching() -> Callable[[], object]:
    vocabulary, language = load_vocabulary(), load_language()
    resume = read_resume(Document.of_text(_sample("marketing.txt")), vocabulary=vocabulary, today=_TODAY)
    adverts = [_sample("marketing_job.txt"), _sample("nurse_job.txt")] * (_MATCHES // 2)
    kinds = {advert: read_posting(advert, vocabulary=vocabulary, today=_TODAY) for advert in set(adverts)}

    def match_all() -> None:
        ours = index_resume(resume, language=language, vocabulary=vocabulary)
        for advert in adverts:
            theirs = index_posting(kinds[advert], language=language, vocabulary=vocabulary)
            match_indexed(ours, theirs, None, language=language)

    return match_all


def _sample(name: str) -> str:
    return (_SAMPLES / name).read_text(encoding="utf-8")


def _allowed(name: str, took: float, limit: float) -> Row:
    return Row(name=name, value=took, reference=limit, target=1.0, at_least=False)


def _milliseconds(work: Callable[[], object], repeats: int) -> float:
    """Return the median time of one call."""
    times = []
    for _ in range(repeats):
        started = time.process_time()
        work()
        times.append(1000 * (time.process_time() - started))
    return statistics.median(times)
