"""Any text that is typed comes back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pikepdf
import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from workbook.answers.gathering import gather
from workbook.answers.reading import read_form
from workbook.answers.writing import as_csv, as_yaml

TYPED = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=200)
ODD = st.text(max_size=60)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("typed") / "typed.pdf"


def write(path: Path, text: str, label: str = "Label") -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        field = Dictionary(FT=Name.Tx, T=String("sheet/block/part-1"), TU=String(label), V=String(text))
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))
        pdf.save(path)


def seen(text: str) -> str:
    """Return a text without what nobody sees: spaces at a line's end, empty lines around it."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
@example("null")
@example("- a\n- b")
@example("a: |\n  b")
@example("#")
@example("\u2028x\u2029y\ufeff")
@example("é\u0301 \u202eabc 👩‍👩‍👧")
def test_a_text_comes_back(path: Path, text: str) -> None:
    write(path, text)
    form = read_form(path)
    expected = {"sheet": {"block": seen(text)}} if seen(text) else {}
    assert gather(form.fields) == expected
    assert yaml.safe_load(as_yaml(expected)) == expected
    cells = [row[-1] for row in csv.reader(io.StringIO(as_csv(form.fields)))][1:]
    assert cells in (([seen(text)], [f"'{seen(text)}"]) if seen(text) else ([],))


@settings(max_examples=100, deadline=None)
@given(ODD.filter(lambda text: not any(0xD800 <= ord(sign) <= 0xDFFF for sign in text)), ODD.map(ascii))
def test_odd_signs_end_no_command(path: Path, text: str, label: str) -> None:
    write(path, text, label)
    shown = as_yaml(gather(read_form(path).fields, everything=True))
    yaml.safe_load(shown)
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in shown)
