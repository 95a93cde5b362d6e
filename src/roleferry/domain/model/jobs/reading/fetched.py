"""A fetched page read as an advert: what its source said in fields wins over what was read from its text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from roleferry.domain.model.jobs.page import FetchedPosting
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.jobs.reading.read import read_posting
from roleferry.domain.model.jobs.reading.vocabulary import PostingVocabulary


def read_fetched(page: FetchedPosting, *, vocabulary: PostingVocabulary, today: date) -> Posting:
    """Read the page's text and put the fields its source gave over it."""
    read = read_posting(page.text, vocabulary=vocabulary, today=today)
    title = page.title or read.title
    return replace(
        read,
        title=title,
        company=page.company or read.company,
        location=page.location or read.location,
        salary=page.salary or read.salary,
        posted_at=page.posted_at or read.posted_at,
        employment_type=page.employment_type or read.employment_type,
        work_mode=page.work_mode or read.work_mode,
        seniority=vocabulary.seniority_of(title) if title else None,
    )
