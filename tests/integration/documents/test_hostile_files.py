"""Whatever a file does, reading it ends soon, with a reason a person can act on."""

from __future__ import annotations

import gzip
import random
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from roleferry.adapters.documents import DocumentReader
from roleferry.domain.model.profile.document import Unreadable, UnreadableReason
from tests.integration.documents.files import Text, a_docx, a_pdf, a_picture, a_scan, many_empty_pages, p, raw_pdf

_DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8)
) + "]>"  # fmt: skip


def _zip(*entries: tuple[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


def _encrypted_zip() -> bytes:
    data = bytearray(a_docx(p("secret")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


HOSTILE = {
    "nothing": (b"", UnreadableReason.EMPTY),
    "spaces": (b" \n\t \r\n" * 50, UnreadableReason.EMPTY),
    "only NULs": (b"\x00" * 5000, UnreadableReason.EMPTY),
    "six megabytes": (b"a" * (6 * 1024 * 1024), UnreadableReason.TOO_BIG),
    "ten thousand pages": (many_empty_pages(10_000), UnreadableReason.TOO_MANY_PAGES),
    "password": (a_pdf([[Text(20, 20, "secret")]], password="x"), UnreadableReason.ENCRYPTED),
    "encrypted DOCX": (_encrypted_zip(), UnreadableReason.ENCRYPTED),
    "encrypted office file": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le"),
        UnreadableReason.ENCRYPTED,
    ),
    "old office file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 999, UnreadableReason.UNKNOWN_TYPE),
    "scan": (a_scan(), UnreadableReason.SCANNED),
    "picture": (a_picture(), UnreadableReason.SCANNED),
    "empty PDF": (many_empty_pages(2), UnreadableReason.EMPTY),
    "cut PDF": (b"%PDF-1.7\n1 0 obj<</Type/Cat", UnreadableReason.DAMAGED),
    "cut DOCX": (a_docx(p("Ann Bell"))[:200], UnreadableReason.DAMAGED),
    "zip bomb": (a_docx(f"<w:p><w:r><w:t>{' ' * 40_000_000}</w:t></w:r></w:p>"), UnreadableReason.EXPANDS_TOO_MUCH),
    "bomb beside the text": (
        a_docx(p("Ann Bell"), others=[("word/media/x.bin", b"\0" * 60_000_000)]),
        UnreadableReason.EXPANDS_TOO_MUCH,
    ),
    "thousand entries": (
        a_docx(p("Ann Bell"), others=[(f"x{n}", b"") for n in range(1000)]),
        UnreadableReason.EXPANDS_TOO_MUCH,
    ),
    "billion laughs": (
        _zip(("word/document.xml", f"{_DTD}<x>&i;</x>".encode())),
        UnreadableReason.EXPANDS_TOO_MUCH,
    ),
    "entity to a file": (
        _zip(("word/document.xml", b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>')),
        UnreadableReason.EXPANDS_TOO_MUCH,
    ),
    "a zip that is no DOCX": (_zip(("xl/workbook.xml", b"<x/>")), UnreadableReason.UNKNOWN_TYPE),
    "no XML": (_zip(("word/document.xml", b"not xml")), UnreadableReason.DAMAGED),
    "deep XML": (_zip(("word/document.xml", b"<a>" * 30_000)), UnreadableReason.DAMAGED),
    "a megabyte on one line": (b"word " * 200_000, UnreadableReason.TOO_LONG),
    "a million lines": (b"a\n" * 1_000_000, UnreadableReason.TOO_LONG),
    "noise": (random.Random(1).randbytes(50_000), UnreadableReason.UNKNOWN_TYPE),
    "gzip": (gzip.compress(b"Ann Bell"), UnreadableReason.UNKNOWN_TYPE),
    "page tree that loops": (
        raw_pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"]),
        None,
    ),
    "page size beyond sense": (
        raw_pdf(
            [
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e38 1e38]/Contents 4 0 R>>",
                "<</Length 22>>stream\nBT (x) Tj 9e99 0 Td ET\nendstream",
            ]
        ),
        None,
    ),
}


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE.keys())
async def test_says_why_it_cannot_be_read(data: bytes, reason: UnreadableReason | None) -> None:
    with pytest.raises(Unreadable) as caught:
        await DocumentReader().read(data, filename="resume.pdf")
    assert reason in {None, caught.value.reason}
    assert caught.value.what_to_do


async def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Unreadable) as caught:
        await DocumentReader(wall_seconds=0.001).read(b"Ann Bell", filename="a.txt")
    assert caught.value.reason is UnreadableReason.TIMED_OUT


@pytest.mark.parametrize("seed", range(6))
async def test_a_file_with_broken_bytes_is_read_or_refused(seed: int) -> None:
    rng = random.Random(seed)
    data = bytearray(a_pdf([[Text(20, 20, "Ann Bell")]]) if seed % 2 else a_docx(p("Ann Bell")))
    for _ in range(30):
        data[rng.randrange(len(data))] = rng.randrange(256)
    with suppress(Unreadable):
        assert (await DocumentReader().read(bytes(data), filename="resume")).raw_text


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        ("Ann\x00 Bell\ud800 é".encode("utf-8", "surrogatepass"), "Ann Bell"),
        ("שלום עולם\nAnn Bell".encode(), "שלום עולם"),
        (b"<html><!--%PDF-1.4--><body><p>Ann Bell</p><script>alert(1)</script></body></html>", "Ann Bell"),
        (b"junk\n" + a_pdf([[Text(20, 20, "Ann Bell of Kent")]]), "Ann Bell of Kent"),
        (a_docx(p("Ann Bell")) + b"%PDF-1.4", "Ann Bell"),
    ],
    ids=[
        "NULs and lone surrogates",
        "right to left",
        "HTML with a PDF's mark",
        "PDF behind junk",
        "DOCX before a PDF's mark",
    ],
)
async def test_reads_odd_files_for_what_they_are(data: bytes, seen: str) -> None:
    document = await DocumentReader().read(data, filename="x.exe")
    assert seen in document.raw_text
    assert "\x00" not in document.raw_text
    assert "alert" not in document.raw_text
