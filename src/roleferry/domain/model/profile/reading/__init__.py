"""Read a résumé out of a laid-out document (SPEC 3.2)."""

from roleferry.domain.model.profile.reading.resume import read_resume

__all__ = ["read_resume"]
