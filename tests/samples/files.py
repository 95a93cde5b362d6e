"""The samples, as text and as files of other layouts; everybody in them is made up."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from fpdf import FPDF

_HERE = Path(__file__).parent
_PACKAGE = Path(__file__).parents[2] / "src/roleferry/entrypoints/cli/demo/samples"

ENGINEER = (_PACKAGE / "resume.txt").read_text("utf-8")
ENGINEER_JOB = (_PACKAGE / "job.txt").read_text("utf-8")
SURGEON = (_HERE / "surgeon.txt").read_text("utf-8")
MARKETER = (_HERE / "marketing.txt").read_text("utf-8")
MARKETER_JOB = (_HERE / "marketing_job.txt").read_text("utf-8")
THEATRE_JOB = (_HERE / "nurse_job.txt").read_text("utf-8")

_SIDE = (
    "CONTACT", "ada.sample@example.com", "+351 555 0100", "Lisbon, Portugal", "",
    "SKILLS", "Python", "PostgreSQL", "Kafka", "Kubernetes", "Docker", "Prometheus", "",
    "EDUCATION", "BSc Computer Science", "University of Sampleton", "2014",
)  # fmt: skip
_MAIN = (
    "Ada Sample", "Staff Backend Engineer", "", "EXPERIENCE",
    "Staff Backend Engineer, Harbour Systems", "March 2019 - Present",
    "- Cut checkout latency from 900 ms to 210 ms with async Python",
    "- Reduced failed payments by 38% with idempotent retries",
    "- Led 6 engineers through the split of a monolith on Kubernetes",
    "", "Backend Engineer, Tidewater Analytics", "June 2014 - February 2019",
    "- Built a streaming pipeline in Kafka for 2 million events an hour",
)  # fmt: skip


def two_column_pdf() -> bytes:
    """Return a résumé with a side column, as word processors lay it out."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=10)
    for x, lines in ((12, _SIDE), (80, _MAIN)):
        for row, line in enumerate(lines):
            pdf.text(x, 20 + 6 * row, line)
    return bytes(pdf.output())


def docx(text: str = MARKETER) -> bytes:
    """Return a text as a DOCX of one paragraph a line."""
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in text.splitlines()
    )
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{document}" Target="word/document.xml"/>'
            f"</Relationships>",
        )
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{paragraphs}</w:body></w:document>'
        )
    return buffer.getvalue()
