"""How to address a person by what is known of their name."""

from __future__ import annotations

import re

_TITLES = re.compile(r"^(?:(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|dame|ing|dipl)\b\.?[\s-]*)+", re.IGNORECASE)
_LETTERS_OF_A_NAME = 2


def full_name(written: str | None) -> str | None:
    """Return the name in natural order and case, without titles or degrees; None when there is none."""
    if not written or not written.strip() or any(char.isdigit() or char in "@{}<>" for char in written):
        return None
    name = _TITLES.sub("", " ".join(written.split()))
    last, comma, first = name.partition(",")
    if comma and first.strip() and " " not in last.strip() and not first.strip().isupper():
        name = f"{first.strip()} {last.strip()}"
    else:
        name = last.strip()
    return (name.title() if name.isupper() or name.islower() else name) or None


def first_name(written: str | None) -> str | None:
    """Return the name to greet with; None when only an initial or nothing is known."""
    name = full_name(written)
    first = name.split()[0] if name else ""
    return first if len(first.strip(".")) >= _LETTERS_OF_A_NAME and not first.endswith(".") else None
