"""Answers as YAML, to read, and as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

import yaml

from workbook.answers.gathering import Answers, joined, said, words
from workbook.answers.reading import Filled, Sort
from workbook.model.fields import ANSWER_END

HEADINGS = ("exercise", "answer", "part", "label", "value")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet takes a cell for a formula (OWASP, CSV injection)."""


def as_yaml(answers: Answers) -> str:
    """Return the answers as YAML, texts of several lines as they were written."""
    return yaml.dump(
        answers, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=float("inf"), indent=2
    )


def as_csv(fields: Sequence[Filled], *, everything: bool = False) -> str:
    """Return a line for each field that was filled in, or for each field.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADINGS)
    for field in joined(fields):
        if field.value or everything:
            section, block, *part = field.name.split("/")
            label, value = field.label, field.value if field.sort is Sort.TEXT else said(field)
            if field.sort is Sort.TICK:
                label, value = label.partition(ANSWER_END)[0], "; ".join(words(field)) if field.value else ""
            writer.writerow([harmless(cell) for cell in (section, block, "/".join(part), label, value)])
    return out.getvalue()


def harmless(cell: str | int) -> str | int:
    """Return a cell that no spreadsheet calculates with, nor runs."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip().startswith(FORMULA) else cell


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as it is, under a bar."""


def _text(dumper: yaml.SafeDumper, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
