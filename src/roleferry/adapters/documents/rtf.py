"""RTF to lines."""

from __future__ import annotations

import re
from collections.abc import Callable

from striprtf.striprtf import rtf_to_text

from roleferry.adapters.documents.cleaning import clean
from roleferry.domain.model.profile.document import Document, Line

_to_text: Callable[..., str] = rtf_to_text
_BULLET_FIELD = re.compile(r"\{\\(?:pntext|listtext)[^{}]*\}")


def read_rtf(data: bytes) -> tuple[Line, ...]:
    """Return the lines of an RTF document; cells of a table row are parted by tabs."""
    source = _BULLET_FIELD.sub(r"\\bullet  ", data.decode("cp1252", errors="replace"))
    text = clean(_to_text(source, errors="ignore"))
    lines = (re.sub(r"[ \t]*\|[ \t]*$", "", line) for line in text.split("\n"))
    return Document.of_text("\n".join(lines)).lines
