"""DOCX to lines: the parts of the zip we need, within limits, and their paragraphs."""

from __future__ import annotations

import io
import zipfile

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no stubs

from roleferry.adapters.documents.docx_styles import Styles, read_styles
from roleferry.adapters.documents.docx_text import read_part
from roleferry.adapters.documents.limits import MAX_ENTRIES, MAX_EXPANDED, MAX_RATIO
from roleferry.domain.model.profile.document import Line, Unreadable, UnreadableReason

_SMALL = 100_000
"""A file this small may be packed as well as it likes."""
_PROLOGUE = 4096
_ENCRYPTED_FLAG = 0x1
_BODY = "word/document.xml"


def read_docx(data: bytes) -> tuple[Line, ...]:
    """
    Return the lines of headers, body and footers, in this order.

    Raises:
        Unreadable: no DOCX, a damaged or an encrypted one, or one that unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive)
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        raise Unreadable(UnreadableReason.DAMAGED) from error
    styles = read_styles(_tree(parts["word/styles.xml"])) if "word/styles.xml" in parts else Styles()
    headers = _once(parts, "word/header", styles)
    body = read_part(_tree(parts[_BODY]), styles)
    footers = _once(parts, "word/footer", styles)
    return (*headers, *body, *footers)


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise Unreadable(UnreadableReason.ENCRYPTED)
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_EXPANDED:
        raise Unreadable(UnreadableReason.EXPANDS_TOO_MUCH)
    names = {entry.filename for entry in entries}
    if _BODY not in names:
        raise Unreadable(UnreadableReason.UNKNOWN_TYPE)
    return {entry.filename: _unpacked(archive, entry) for entry in entries if _wanted(entry.filename)}


def _wanted(name: str) -> bool:
    return name in {_BODY, "word/styles.xml"} or (
        name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
    )


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack one entry; sizes the directory claims are not believed."""
    allowed = max(_SMALL, min(MAX_EXPANDED, MAX_RATIO * entry.compress_size))
    with archive.open(entry) as file:
        data = file.read(allowed + 1)
    if len(data) > allowed:
        raise Unreadable(UnreadableReason.EXPANDS_TOO_MUCH)
    return data


def _tree(data: bytes) -> etree._Element:
    """Parse XML that may hold no DTD: entities are how a few bytes become gigabytes."""
    if b"<!DOCTYPE" in data[:_PROLOGUE]:
        raise Unreadable(UnreadableReason.EXPANDS_TOO_MUCH)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
    )
    try:
        tree = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(UnreadableReason.DAMAGED) from error
    if tree.getroottree().docinfo.doctype:
        raise Unreadable(UnreadableReason.EXPANDS_TOO_MUCH)
    return tree


def _once(parts: dict[str, bytes], prefix: str, styles: Styles) -> tuple[Line, ...]:
    """Return the lines of all parts of one kind, each text once: first and even pages often repeat it."""
    lines = [
        line for name in sorted(parts) if name.startswith(prefix) for line in read_part(_tree(parts[name]), styles)
    ]
    return tuple({line.text: line for line in lines}.values())
