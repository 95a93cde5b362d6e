"""A short reply made plain for matching: one case, straight quotes, no contractions, no chat spelling."""

from __future__ import annotations

import re

_MAX_CHARS = 4_000
_LETTERS = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u200b": ""}
)
_SHORT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\bcan'?t\b|\bcannot\b", "can not"),
        (r"\bwon'?t\b(?! be a)", "will not"),
        (r"\bshan't\b", "shall not"),
        (r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need)n'?t\b", r"\1 not"),
        (r"\bain't\b", "is not"),
        (r"\b(i|you|we|they)'(?:ve)\b|\b(ive|weve|youve)\b", r"\1\2 have"),
        (r"\b(you|we|they)'re\b", r"\1 are"),
        (
            (
                r"\bi'm\b|\bim(?= (?:not|interested|open|free|available|happy|good|sorry|going|looking|afraid|out|"
                r"on|the|a|in|sure|all|just)\b)"
            ),
            "i am",
        ),
        (r"\b(i|you|we|they|he|she|it|that|this|there)'ll\b", r"\1 will"),
        (r"\b(i|you|we|they|he|she|it)'d\b", r"\1 would"),
        (r"\blet'?s\b", "let us"),
        (r"\b(it|that|there|here|what|who|how|where|when|he|she)'s\b", r"\1 is"),
        (r"\bwhats\b", "what is"),
        (r"\bhows\b", "how is"),
        (r"\bpl[sz]+\b|\bplease+\b|\bkindly\b", "please"),
        (r"\bthx\b|\btnx\b|\btks\b|\bthanx\b|\bty\b", "thanks"),
        (r"\bu\b", "you"),
        (r"\b(we|you|they|u)\s+r\b", r"\1 are"),
        (r"\bur\b", "your"),
        (r"\be-mail", "email"),
        (r"\bgonna\b", "going to"),
        (r"\bwanna\b", "want to"),
        (r"\btmrw\b|\btmr\b|\btomorow\b", "tomorrow"),
        (r"r[eé]sum[eé]s?\b", "resume"),
        ("[\U0001f44d\U0001f44c\u2705]", " yes "),
        ("[\U0001f44e]", " no "),
        (r"\s+", " "),
    )
)


def plain_words(text: str) -> str:
    """Return at most 4,000 letters of a reply in the spelling that the patterns of intent expect."""
    plain = text[:_MAX_CHARS].translate(_LETTERS).lower().replace("\n", " . ")
    for pattern, spelled_out in _SHORT:
        plain = pattern.sub(spelled_out, plain)
    return plain.strip()
