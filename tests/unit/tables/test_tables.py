"""Tables as spreadsheets write them, and tables no spreadsheet runs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.tables import ImportReport, NotATable, RowResult, RowStatus, read_table, write_table
from roleferry.domain.model.tables.writing import guarded, unguarded

ALIASES = {"email": ("e-mail", "E-Mail Address"), "full_name": ("name",), "notes": ()}


def values(data: bytes) -> list[dict[str, str]]:
    return [dict(row.values) for row in read_table(data, aliases=ALIASES).rows()]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_ending_is_read(mark: str, ending: str) -> None:
    lines = [mark.join(("Name", "E-mail")), mark.join(("Ada Sample", "ada@x.test"))]
    assert values(ending.join(lines).encode()) == [{"full_name": "Ada Sample", "email": "ada@x.test"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_any_encoding_is_read(encoding: str) -> None:
    assert values("name;email\nJosé Müller;j@x.test\n".encode(encoding))[0]["full_name"] == "José Müller"


def test_headers_are_known_by_other_names_and_the_first_of_two_counts() -> None:
    table = read_table(b"E_MAIL address,Email,Shoe size\na@x.test,b@x.test,9\n", aliases=ALIASES)
    assert (table.columns, table.ignored) == (("email",), ("Email", "Shoe size"))
    assert [row.get("email") for row in table.rows()] == ["a@x.test"]
    assert [row.number for row in table.rows()] == [2], "a table is read as often as asked for"


def test_quotes_hold_delimiters_quotes_and_line_breaks() -> None:
    assert values(b'name,notes\n"Sample, Ada","said ""hi""\nand left"\n') == [
        {"full_name": "Sample, Ada", "notes": 'said "hi"\nand left'}
    ]


def test_a_hint_of_the_separator_is_obeyed() -> None:
    assert values(b"sep=;\nname;email\nAda, B.;a@x.test\n")[0]["full_name"] == "Ada, B."


def test_empty_rows_are_passed_over_and_spilling_ones_say_so() -> None:
    rows = list(read_table(b"name,email\n\n,\nAda,a@x.test,too,many\n", aliases=ALIASES).rows())
    assert [row.number for row in rows] == [4]
    assert "4 cells" in (rows[0].problem or "")


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf", b"PK\x03\x04rest", b"\0\0\0\0"])
def test_no_table_says_what_to_do(data: bytes) -> None:
    with pytest.raises(NotATable):
        read_table(data, aliases=ALIASES)


def test_a_missing_column_names_what_was_found() -> None:
    with pytest.raises(NotATable, match="Shoe"):
        read_table(b"Shoe,Sock\n1,2\n", aliases=ALIASES).require("email")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "'="])
def test_no_cell_begins_a_formula(start: str) -> None:
    assert guarded(f"{start}1+1").startswith("'")
    assert unguarded(guarded(f"{start}1+1")) == f"{start}1+1"


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), max_size=12))
def test_what_is_written_is_read_back(pairs: list[tuple[str, str]]) -> None:
    rows = [{"full_name": name, "notes": notes} for name, notes in pairs]
    data = b"".join(write_table(rows, ["full_name", "notes"]))
    expected = [
        {key: value.strip() for key, value in row.items() if value.strip()}
        for row in rows
        if any(value.strip() for value in row.values())
    ]
    assert [row for row in values(data) if row] == [row for row in expected if row]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    try:
        rows = values(b"name,email\n" + data)
        values(data)
    except NotATable:
        return
    assert all("\0" not in value for row in rows for value in row.values())


def test_a_cell_that_never_ends_is_one_bad_row() -> None:
    data = b'name,email\nAda,a@x.test\n"' + b"x" * 140_000 + b"\n"
    rows = list(read_table(data, aliases=ALIASES).rows())
    assert rows[0].values["full_name"] == "Ada"
    assert all(row.problem for row in rows[1:])


def test_a_long_report_lists_what_went_wrong_first_and_counts_all() -> None:
    report = ImportReport()
    report.add(RowResult(row=number, status=RowStatus.CREATED) for number in range(2, 2002))
    report.add([RowResult(row=5000, status=RowStatus.FAILED, reason="no name")])
    result = report.as_result()
    assert (result["created"], result["failed"], result["rows_left_out"]) == (2000, 1, 1001)
    assert result["rows"][-1]["reason"] == "no name"
