"""Answers side by side: a table and two columns."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from workbook.model.answers.base import Answer
from workbook.model.base import Inline, Lines, Model, Plain


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
    worked_row: tuple[Inline, ...] = Field(default=(), description="One made-up row, a text for each column.")

    @model_validator(mode="after")
    def _rows_fit_columns(self) -> Self:
        if not self.rows and not self.blank_rows:
            raise ValueError("rows: give rows, blank_rows, or both, so that there is something to fill in")
        if self.worked_row and len(self.worked_row) != len(self.columns):
            raise ValueError("worked_row: give a text for each column, no more and no fewer")
        return self


class TwoColumnsAnswer(Answer):
    """Two sides held next to each other."""

    kind: Literal["two-columns"]
    left: Plain
    right: Plain
    lines: Lines


class WeekAnswer(Answer):
    """A week's grid: the days across, what to note down the side."""

    kind: Literal["week"]
    rows: tuple[Plain, ...] = Field(min_length=1, max_length=8)
    row_lines: int = Field(default=2, ge=1, le=6, description="The height of a row, in lines.")
