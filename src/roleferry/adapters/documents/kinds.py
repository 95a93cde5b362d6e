"""What a file is, by its first bytes and its structure; never by its name."""

from __future__ import annotations

import re
from enum import StrEnum

from roleferry.domain.model.profile.document import Unreadable, UnreadableReason

_PICTURES = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"RIFF",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024
"""Readers accept junk of this many bytes before a PDF's header."""
_HTML_START = re.compile(rb"<(!doctype\s+html|html|head|body|meta|div|p|h1|table)\b|<!--", re.IGNORECASE)
_HTML_TAGS = re.compile(rb"</(html|body|div|p|h[1-6]|li|td|span)>", re.IGNORECASE)
_FEW_TAGS = 3
_SAMPLE = 100_000


class Kind(StrEnum):
    """The kinds of files that are read."""

    PDF = "pdf"
    DOCX = "docx"
    RTF = "rtf"
    HTML = "html"
    TEXT = "text"


def kind_of(data: bytes) -> Kind:
    """
    Say what the bytes are.

    Raises:
        Unreadable: empty, a picture, an encrypted office file, or nothing we know.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Unreadable(UnreadableReason.EMPTY)
    if data.startswith(_PICTURES):
        raise Unreadable(UnreadableReason.SCANNED)
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Unreadable(UnreadableReason.ENCRYPTED if locked else UnreadableReason.UNKNOWN_TYPE)
    if data.startswith(b"PK\x03\x04"):
        return Kind.DOCX
    return _textual(data)


def _textual(data: bytes) -> Kind:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:_PDF_WITHIN]
    if start.startswith(b"{\\rtf"):
        return Kind.RTF
    if _HTML_START.match(start):
        return Kind.HTML
    if b"%PDF-" in start:
        return Kind.PDF
    return Kind.HTML if len(_HTML_TAGS.findall(data[:_SAMPLE])) >= _FEW_TAGS else Kind.TEXT
