"""Make text safe to keep and easy to read: no control characters, ligatures, icons or look-alike spaces."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "\u00ad": None, "\ufeff": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None,
    "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n",
    "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf076": "•", "\uf0fc": "•", "\uf0a8": "•",
})  # fmt: skip
_ODD_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff0-\uffff]")
_NOT_TEXT = re.compile(r"[\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")


def clean(text: str) -> str:
    """Return the text in NFC with plain spaces, without what no reader sees; icons become a space."""
    text = _ODD_SPACES.sub(" ", text.translate(_LIGATURES))
    text = _NOT_TEXT.sub(" ", _DROPPED.sub("", text))
    return unicodedata.normalize("NFC", text)
