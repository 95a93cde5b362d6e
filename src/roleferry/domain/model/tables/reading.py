"""Read a table by its headers, whatever they are called and however its cells are separated."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.tables.encoding import text_of
from roleferry.domain.model.tables.writing import unguarded

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 100_000
_MOST_COLUMNS = 500
_SAMPLE_ROWS = 20
_SEPARATOR_HINT = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line with its end, whichever: cut off one by one, since a stream of the whole text holds four bytes a letter."""
_WORDS = re.compile(r"[^\W_]+")


class NotATable(Invalid):
    """The file holds no table with the columns that are needed."""

    code = "table.unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: `number` as a spreadsheet counts (the header is 1), `values` by our names, non-empty ones only."""

    number: int
    values: Mapping[str, str]
    problem: str | None = None
    """Why the row cannot be read; `values` is then what could."""

    def get(self, name: str) -> str | None:
        """Return a cell, None when it is empty or there is no such column."""
        return self.values.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose rows are read one at a time, as often as asked for; memory holds the text and one row."""

    columns: tuple[str, ...]
    """Our names of the columns that were found, in their order."""
    ignored: tuple[str, ...]
    """Headers that mean nothing to us."""
    delimiter: str
    text: str
    positions: tuple[tuple[int, str], ...]
    width: int

    @property
    def estimate(self) -> int:
        """At most how many rows there are: lines without the header; line breaks within cells count too."""
        return max(0, self.text.count("\n") + self.text.count("\r") - self.text.count("\r\n") + 1 - 1)

    def require(self, *names: str) -> Table:
        """
        Return the table itself.

        Raises:
            NotATable: none of these columns is there.
        """
        if not set(names) & set(self.columns):
            found = ", ".join(self.ignored[:8]) or "nothing"
            raise NotATable(f"the first line must name a column {' or '.join(names)}; it names {found}")
        return self

    def rows(self) -> Iterator[Row]:
        """Yield every row that is not empty."""
        for number, cells in enumerate(islice(_cells(self.text, self.delimiter), 1, None), start=2):
            if isinstance(cells, str):
                yield Row(number=number, values={}, problem=cells)
            elif any(cell.strip() for cell in cells):
                yield self._row(number, cells)

    def _row(self, number: int, cells: Sequence[str]) -> Row:
        values = {
            name: value
            for position, name in self.positions
            if position < len(cells) and (value := unguarded(cells[position]).strip())
        }
        spilled = any(cell.strip() for cell in cells[self.width :])
        problem = f"has {len(cells)} cells, the header {self.width}: is a quote missing?" if spilled else None
        return Row(number=number, values=values, problem=problem)


def read_table(data: bytes, *, aliases: Mapping[str, Sequence[str]]) -> Table:
    """
    Return the table of a CSV file; `aliases` gives our name of each column and what else it may be called.

    Headers are compared without case, blanks and punctuation (`E-Mail Address` is `email address`); of two columns with
    one meaning the first counts.

    Raises:
        NotATable: it is empty, or no CSV.
    """
    if data[:4] in {b"PK\x03\x04", b"\xd0\xcf\x11\xe0"}:
        raise NotATable("this is a spreadsheet file: save it as CSV (UTF-8) and send that")
    text = text_of(data).lstrip("\r\n")
    hint = _SEPARATOR_HINT.match(text)
    if hint:
        text = text[hint.end() :]
    if not text.strip():
        raise NotATable("the file is empty")
    delimiter = hint[1] if hint and hint[1] in _DELIMITERS else _delimiter(text)
    header = next(_cells(text, delimiter))
    if isinstance(header, str):
        raise NotATable(f"the first line {header}")
    return _table(header, text, delimiter, aliases)


def _table(header: Sequence[str], text: str, delimiter: str, aliases: Mapping[str, Sequence[str]]) -> Table:
    if len(header) > _MOST_COLUMNS:
        raise NotATable(f"the first line names {len(header)} columns; at most {_MOST_COLUMNS} are read")
    meanings = {key_of(written): name for name, others in aliases.items() for written in (*others, name)}
    positions: dict[str, int] = {}
    for position, written in enumerate(header):
        name = meanings.get(key_of(written))
        if name:
            positions.setdefault(name, position)
    taken = set(positions.values())
    return Table(
        columns=tuple(positions),
        ignored=tuple(title.strip()[:100] for at, title in enumerate(header) if at not in taken and title.strip()),
        delimiter=delimiter,
        text=text,
        positions=tuple((position, name) for name, position in positions.items()),
        width=len(header),
    )


def key_of(header: str) -> str:
    """Return what makes two spellings of a header one."""
    plain = unicodedata.normalize("NFKC", header).casefold()
    return "".join(_WORDS.findall(plain))


def _delimiter(text: str) -> str:
    """Return the mark that cuts the most rows into as many cells as the header, and the header into the most."""
    sample = text[: 64 * 1024]

    def score(mark: str) -> tuple[int, int]:
        rows = [row for row in islice(_cells(sample, mark), _SAMPLE_ROWS) if not isinstance(row, str) and row]
        width = len(rows[0]) if rows else 0
        return (sum(len(row) == width for row in rows) if width > 1 else 0, width)

    best = max(_DELIMITERS, key=score)
    return best if score(best)[1] > 1 else ","


def _cells(text: str, delimiter: str) -> Iterator[list[str] | str]:
    """Yield each record's cells, or in words why it has none; a broken record does not stop the rest."""
    lines = (line[0] for line in _LINE.finditer(text))
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield f"holds a cell longer than {_LONGEST_CELL} characters: is a quote missing?"
