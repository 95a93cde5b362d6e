"""Reading a job advert (SPEC 3.3)."""

from roleferry.domain.model.jobs.reading.fetched import read_fetched
from roleferry.domain.model.jobs.reading.line_kind import classify_line
from roleferry.domain.model.jobs.reading.line_labels import label_lines
from roleferry.domain.model.jobs.reading.read import read_posting

__all__ = ["classify_line", "label_lines", "read_fetched", "read_posting"]
