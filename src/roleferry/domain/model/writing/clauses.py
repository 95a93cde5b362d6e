"""Shorten a literal line at its own clause boundaries: what is left are its words, in its order, from its start."""

from __future__ import annotations

import re

_BOUNDARY = re.compile(
    r"[,;]\s(?!\d)|\s[–—-]\s|\s\((?=[^)]*\))"
    r"|\s(?=(?:by \w+ing|using|through|via|while|which|resulting in|leading to|enabling|allowing|so that|in order to|"
    r"and (?:\w+ed|cut|led|built|grew|ran|wrote|won|made|drove))\b)"
)
_TURNS = re.compile(
    r"^[\s,;–—(-]*(?:but|except|excluding|although|though|unless|only|without|if|when|not|however|before|until|or|nor|rather|instead|"
    r"less|minus|per|etc|(?:down|up|from|to)(?=\s+[\d$€£]))\b",
    re.IGNORECASE,
)
_DANGLING = frozenset(
    """a an the of for with by to in on at and or from as into that over using through via both between not no than
    while which including such across within under per its their our my is are was were be been more less about
    against without""".split()
)
_SERIES = re.compile(r",\s*(?:[^,;.()]{1,60},\s*)*(?:and\b|or\b|&)", re.IGNORECASE)
_LAST_MEMBER = re.compile(
    r"(?:\s*(?!(?:for|of|in|to|by|with|at|on|from|using|through|across|that|which|while|as|per)\b)[\w/&'’-]+)+"
)
_ASIDE = re.compile(r"\([^()]*\)")
_FEWEST_WORDS = 3
_FEWEST_CHARS = 18


def shorter(text: str) -> tuple[str, ...]:
    """Return the line's beginnings that stand alone, longest first, the whole line itself left out."""
    found = (
        text[: match.start()].rstrip(" ,;")
        for match in _BOUNDARY.finditer(text)
        if not _TURNS.match(text[match.start() :]) and not _breaks_series(text, match.start())
    )
    return tuple(dict.fromkeys(sorted((piece for piece in found if _stands_alone(piece)), key=len, reverse=True)))


def _breaks_series(text: str, at: int) -> bool:
    """
    Tell whether the cut would leave a list without its last member: "filing, billing, and …".

    After the first member it may, unless that one waits for the noun of the last: "system, network, and data audits".
    """
    series = _SERIES.match(text, at)
    if series is None:
        return False
    if "," in _ASIDE.sub("", text[:at]):
        return True
    last = _LAST_MEMBER.match(text, series.end())
    return len(last[0].split()) > 1 if last and not text[:at].endswith(("s", "ing")) else False


def _stands_alone(piece: str) -> bool:
    words = piece.split()
    return (
        len(words) >= _FEWEST_WORDS
        and len(piece) >= _FEWEST_CHARS
        and words[-1].lower().strip(",") not in _DANGLING
        and piece.count("(") == piece.count(")")
        and piece.count('"') % 2 == 0
        and piece.count("“") == piece.count("”")
    )
