"""From a file's bytes to text: UTF-8 unless the bytes say otherwise."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_NUL_SHARE = 0.3


def encoding_of(data: bytes) -> str:
    """Return how to decode: by its mark, by the NULs of UTF-16 without one, as UTF-8, or else Windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    if sample and sample[1::2].count(0) > _NUL_SHARE * len(sample) / 2:
        return "utf-16-le"
    if sample and sample[::2].count(0) > _NUL_SHARE * len(sample) / 2:
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def text_of(data: bytes) -> str:
    """Return the text, without characters that no database keeps; what cannot be decoded becomes U+FFFD."""
    return data.decode(encoding_of(data), errors="replace").replace("\0", "").removeprefix("\ufeff")
