"""Answers side by side: a table and two columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from workbook.model.answers.base import Answer
from workbook.model.base import Inline, Lines, Model, Plain
from workbook.model.fields import FieldKind, FormField, Given

if TYPE_CHECKING:
    from workbook.model.locale import Locale


class Column(Model):
    """A column of a table; ``width`` is its share of the room."""

    label: Plain
    width: int = Field(default=2, ge=1, le=6)


class TableAnswer(Answer):
    """Rows to fill in under headings."""

    kind: Literal["table"]
    columns: tuple[Column, ...] = Field(min_length=2, max_length=6)
    rows: tuple[Inline, ...] = Field(
        default=(),
        max_length=12,
        description="What stands in the first column of each row, where it is given.",
    )
    blank_rows: int = Field(default=0, ge=0, le=12, description="Rows that are all empty.")
    row_lines: int = Field(default=2, ge=1, le=6, description="The height of a row, in lines.")
    worked_row: tuple[Inline, ...] = Field(
        default=(), description="One made-up row for the e-book, a text for each column."
    )

    @model_validator(mode="after")
    def _rows_fit_columns(self) -> Self:
        if not self.rows and not self.blank_rows:
            raise ValueError("rows: give rows, blank_rows, or both, so that there is something to fill in")
        if self.worked_row and len(self.worked_row) != len(self.columns):
            raise ValueError("worked_row: give a text for each column, no more and no fewer")
        return self

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield a field for each cell that is not given, row by row."""
        for row in range(1, len(self.rows) + self.blank_rows + 1):
            named = row <= len(self.rows)
            name = self.rows[row - 1] if named else f"{words.fields.row} {row}"
            for number, column in enumerate(self.columns, start=1):
                if number > 1 or not named:
                    yield FormField(FieldKind.SPACE, f"row-{row}-column-{number}", (name, column.label))


class TwoColumnsAnswer(Answer):
    """Two sides held next to each other."""

    kind: Literal["two-columns"]
    left: Plain
    right: Plain
    lines: Lines

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield a field for each side."""
        yield FormField(FieldKind.LINES, "left", (self.left,))
        yield FormField(FieldKind.LINES, "right", (self.right,))


class WeekAnswer(Answer):
    """A week's grid: the days across, what to note down the side."""

    kind: Literal["week"]
    rows: tuple[Plain, ...] = Field(min_length=1, max_length=8)
    row_lines: int = Field(default=2, ge=1, le=6, description="The height of a row, in lines.")
    worked_row: tuple[Inline, ...] = Field(
        default=(), description="One made-up day for the e-book: its name, then a text for each of the rows."
    )

    @model_validator(mode="after")
    def _worked_row_fits(self) -> Self:
        if self.worked_row and len(self.worked_row) != 1 + len(self.rows):
            raise ValueError("worked_row: give the day, then a text for each of `rows`, no more and no fewer")
        return self

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield a field for each cell, row by row."""
        for row, name in enumerate(self.rows, start=1):
            for number, day in enumerate(words.days, start=1):
                yield FormField(FieldKind.SPACE, f"row-{row}-day-{number}", (name, day))
