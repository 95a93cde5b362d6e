"""Put a person's corrections into what was read."""

from datetime import date

from roleferry.domain.model.profile.corrections import Corrections, corrected
from roleferry.domain.model.profile.reading.tenure import total_years
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.vocabulary import Vocabulary


def with_corrections(read: Resume, corrections: Corrections, *, vocabulary: Vocabulary, today: date) -> Resume:
    """Return the résumé everything else goes by."""
    return corrected(
        read,
        corrections,
        canonical=vocabulary.canonical_skill,
        years=lambda positions: total_years(positions, today=today),
    )
