"""Files of every kind become lines in the order a person reads them."""

from __future__ import annotations

import pytest

from roleferry.adapters.documents import DocumentReader
from roleferry.domain.model.profile.document import Document
from tests.integration.documents.files import HEADING_STYLES, Text, a_docx, a_pdf, box, p, table


async def _read(data: bytes) -> Document:
    return await DocumentReader().read(data, filename="resume")


def _texts(document: Document) -> list[str]:
    return [line.text for line in document.lines if line.text]


SIDEBAR = [
    Text(15, 20, "Ines Duarte", 22, "B"),
    Text(15, 40, "CONTACT", 12, "B"),
    Text(15, 47, "ines.duarte@example.com"),
    Text(15, 53, "+351 912 345 678"),
    Text(15, 59, "Porto, Portugal"),
    Text(15, 75, "SKILLS", 12, "B"),
    Text(15, 82, "Python"),
    Text(15, 88, "Airflow"),
    Text(15, 94, "PostgreSQL"),
    Text(80, 40, "EXPERIENCE", 12, "B"),
    Text(80, 48, "Data Engineer, Douro Analytics", 10, "B"),
    Text(170, 48, "2019 - Present"),
    Text(80, 54, "Moved the nightly load from nine hours to forty minutes."),
    Text(80, 60, "Wrote the alerting that found two leaks in a month."),
    Text(80, 70, "Analyst, Minho Bank", 10, "B"),
    Text(170, 70, "2016 - 2019"),
    Text(80, 76, "Built the credit report."),
    Text(80, 90, "EDUCATION", 12, "B"),
    Text(80, 98, "MSc Informatics, University of Porto, 2016"),
]


async def test_a_sidebar_is_read_to_its_end_before_the_other_column() -> None:
    texts = _texts(await _read(a_pdf([SIDEBAR])))
    assert texts.index("PostgreSQL") < texts.index("EXPERIENCE")
    assert "Data Engineer, Douro Analytics\t2019 - Present" in texts


async def test_columns_go_on_over_a_page_break() -> None:
    second = [Text(15, 20 + 6 * n, f"Tool {n}") for n in range(6)]
    second += [Text(80, 21 + 7 * n, f"Sentence {n} of the long story of the job.") for n in range(6)]
    texts = _texts(await _read(a_pdf([SIDEBAR, second])))
    assert texts.index("Tool 5") < texts.index("EXPERIENCE") < texts.index("Sentence 0 of the long story of the job.")


async def test_dates_at_the_right_margin_stay_with_their_line() -> None:
    rows = [(f"Job number {n}, Company {n}", f"20{n:02} - 20{n + 1:02}") for n in range(10, 20)]
    page = [
        text
        for n, (left, right) in enumerate(rows)
        for text in (Text(20, 20 + 8 * n, left), Text(165, 20 + 8 * n, right))
    ]
    assert _texts(await _read(a_pdf([page]))) == [f"{left}\t{right}" for left, right in rows]


async def test_spread_out_letters_are_words_again() -> None:
    letters = [Text(20 + 5 * n, 20, letter, 14) for n, letter in enumerate("ROSA")]
    letters += [Text(52 + 5 * n, 20, letter, 14) for n, letter in enumerate("DELGADO")]
    assert _texts(await _read(a_pdf([[*letters, Text(20, 40, "Nurse in Tucson")]]))) == [
        "ROSA DELGADO",
        "Nurse in Tucson",
    ]


async def test_size_weight_and_page_of_each_line_are_known() -> None:
    document = await _read(a_pdf([[Text(20, 20, "Ann Bell", 20, "B")], [Text(20, 20, "more", 9)]]))
    looks = [(line.text, line.page, round(line.size), line.bold) for line in document.lines]
    assert looks == [("Ann Bell", 1, 20, True), ("more", 2, 9, False)]


async def test_a_docx_gives_headings_bullets_tabs_tables_boxes_and_headers() -> None:
    body = (
        p("Work", style="Heading1")
        + p("Clerk\t2019", bold=True)
        + p("did a", style="ListBullet")
        + p("did b", listed=True)
        + table([[p("2016"), p("Trainee") + p("Made tea.")], [p("x") + p("y"), p("z") + p("w")]])
        + box(p("in a box"))
        + "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    document = await _read(a_docx(body, styles=HEADING_STYLES, header=p("Ann Bell")))
    assert _texts(document) == [
        "Ann Bell", "Work", "Clerk\t2019", "• did a", "• did b", "2016\tTrainee", "Made tea.", "x", "y", "z", "w",
        "in a box",
    ]  # fmt: skip
    work = next(line for line in document.lines if line.text == "Work")
    assert (work.heading, work.size, work.bold) == (1, 16.0, True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
async def test_plain_text_is_read_in_any_encoding(encoding: str) -> None:
    document = await _read("Zoë Bräuer – Köchin\nline two\n".encode(encoding))
    assert _texts(document) == ["Zoë Bräuer – Köchin", "line two"]


async def test_rtf_is_read_with_its_letters_and_cells() -> None:
    source = rb"{\rtf1\ansi\ansicpg1252 {\b Zo\'eb Br\u228?uer}\par Clerk\tab 2019\par \trowd a\cell b\cell\row}"
    assert [text.split("\t") for text in _texts(await _read(source))][:2] == [["Zoë Bräuer"], ["Clerk", "2019"]]


async def test_html_shows_what_a_browser_shows() -> None:
    source = b"""<!doctype html><html><head><title>no</title><style>p{}</style></head><body><h1>Ann Bell</h1>
    <p>Clerk<br>at Acme</p><ul><li>did <b>this</b></li></ul><table><tr><td>a</td><td>b</td></tr></table>
    <p hidden>no</p><div style="display:none">no</div><script>no</script></body></html>"""
    document = await _read(source)
    assert _texts(document) == ["Ann Bell", "Clerk", "at Acme", "• did this", "a\tb"]
    assert document.lines[0].heading == 1


async def test_markdown_loses_its_marks_and_keeps_its_headings() -> None:
    source = (
        b"# Ann Bell\n\n## Work\n**Clerk**, *Acme*\t2019\n* did a_b \\- twice\n[site](https://example.com/ann)\n---\n"
    )
    document = await _read(source)
    assert _texts(document) == [
        "Ann Bell", "Work", "Clerk, Acme\t2019", "• did a_b - twice", "site (https://example.com/ann)",
    ]  # fmt: skip
    assert [line.heading for line in document.lines if line.text][:2] == [1, 2]


async def test_icons_ligatures_and_hard_spaces_become_plain_text() -> None:
    document = await _read("\uf095\u00a0+1 303 555 0111\nof\ufb01ce\u200b work\n".encode())
    assert _texts(document) == ["  +1 303 555 0111", "office work"]
