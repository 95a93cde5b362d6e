"""Files of every kind, made here: honest ones and hostile ones."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fpdf import FPDF
from fpdf.enums import AccessPermission

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place of a PDF page, in millimetres from the top left."""

    x: float
    y: float
    words: str
    size: float = 10
    style: str = ""


def a_pdf(pages: Sequence[Iterable[Text]], *, password: str | None = None) -> bytes:
    pdf = FPDF()
    pdf.set_auto_page_break(auto=False)
    for page in pages:
        pdf.add_page()
        for text in page:
            pdf.set_font("Helvetica", text.style, text.size)
            pdf.text(text.x, text.y, text.words)
    if password:
        pdf.set_encryption(owner_password="owner", user_password=password, permissions=AccessPermission.none())
    return bytes(pdf.output())


def a_scan() -> bytes:
    """A PDF with a picture and no text."""
    pdf = FPDF()
    pdf.add_page()
    pdf.image(io.BytesIO(a_picture()), x=10, y=10, w=150)
    return bytes(pdf.output())


def a_picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = (8).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    pixels = zlib.compress((b"\x00" + b"\x80" * 8) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def many_empty_pages(count: int) -> bytes:
    """A PDF of many pages in few bytes."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(count))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {count}/Kids[{kids}]>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * count
    return raw_pdf(objects)


def raw_pdf(objects: Sequence[str]) -> bytes:
    body, offsets = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj{text}endobj\n".encode("latin-1")
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{o:010} 00000 n \n" for o in offsets)
    return body + f"{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF".encode()


def a_docx(body: str, *, styles: str = "", header: str = "", others: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A DOCX of raw WordprocessingML."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>")
        if styles:
            archive.writestr("word/styles.xml", f"<w:styles {_W}>{styles}</w:styles>")
        if header:
            archive.writestr("word/header1.xml", f"<w:hdr {_W}>{header}</w:hdr>")
        for name, data in others:
            archive.writestr(name, data)
    return buffer.getvalue()


def p(text: str, *, style: str = "", bold: bool = False, size: int = 0, listed: bool = False) -> str:
    """A paragraph; tabs and new lines become the elements for them."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:numPr/>" if listed else "")
    run = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    parts = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>'
        for piece in text.replace("\t", "\0\t\0").replace("\n", "\0\n\0").split("\0")
        if piece
    )
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{parts}</w:r></w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table whose cells hold paragraphs."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def box(inner: str) -> str:
    """A paragraph with a text box, which Word writes twice."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{content}</mc:Choice>"
        f"<mc:Fallback>{content}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


HEADING_STYLES = (
    '<w:style w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:styleId="ListBullet"><w:name w:val="List Bullet"/></w:style>'
)
