from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from workbook import bundled
from workbook.errors import Code, Diagnostic, FindingsError
from workbook.model.crisis import CrisisCountry
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.source.document import parse
from workbook.source.loading import build, load
from workbook.source.starters import starter

COUNTRY = """\
id: xx
name: Nowhere
emergency: "112"
lines:
  - name: A line
    hours: Always
    url: https://example.org
    verified_on: 2026-11-01
"""


def findings(text: str, name: str = "xx.yaml", model: type = CrisisCountry) -> tuple[Diagnostic, ...]:
    with pytest.raises(FindingsError) as caught:
        build(parse(Path(name), text), model)
    return caught.value.findings


def test_a_file_becomes_its_value(tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(COUNTRY)
    loaded = load(path, CrisisCountry)
    assert loaded.path == path
    assert loaded.value.lines[0].verified_on == dt.date(2026, 11, 1)
    assert loaded.document.span(("lines", 0, "url")).line == 7


def test_all_mistakes_at_once_in_reading_order() -> None:
    text = COUNTRY.replace("xx", "yy").replace('"112"', "112").replace("Always", "'{{ x }}'")
    assert [(f.code, f.span.line) for f in findings(text + "more: 1\n") if f.span] == [
        (Code.ID_NOT_FILE_NAME, 1),
        (Code.WRONG_TYPE, 3),
        (Code.UNKNOWN_VALUE, 6),
        (Code.UNKNOWN_KEY, 9),
    ]


def test_a_misspelt_key_is_told_once_not_also_as_missing() -> None:
    (finding,) = findings(COUNTRY.replace("emergency", "emergancy"))
    assert finding.code is Code.UNKNOWN_KEY
    assert finding.hint == "Did you mean `emergency`?"


def test_only_a_likely_word_is_guessed() -> None:
    (finding,) = findings(COUNTRY + "colour: blue\n")
    assert finding.hint == "The keys here are `id`, `name`, `emergency`, `lines`."


def test_a_missing_key_says_what_it_is_for() -> None:
    (finding,) = findings(COUNTRY.replace("    verified_on: 2026-11-01\n", ""))
    assert finding.code is Code.MISSING_KEY
    assert "last checked" in finding.hint


def test_a_number_where_text_is_wanted_is_shown_in_quotes() -> None:
    (finding,) = findings(COUNTRY.replace('"112"', "112"))
    assert finding.hint == 'Put it in quotes: "112".'


def test_unknown_kinds_are_listed_and_guessed() -> None:
    text = starter("exercise", "xx").replace("kind: scale", "kind: scael")
    (finding,) = findings(text, model=Exercise)
    assert finding.code is Code.UNKNOWN_ANSWER_KIND
    assert finding.hint.startswith("Did you mean `scale`?")
    assert "`two-columns`" in finding.hint


def test_many_mistakes_are_cut_off() -> None:
    assert len(findings(COUNTRY + "".join(f"k{n}: 1\n" for n in range(5000)))) == 100
    assert len(findings(COUNTRY + "more:\n" + "  - &a 1\n" * 5000)) == 100


def test_a_locales_unknown_key_is_found_at_the_key() -> None:
    text = (bundled.content() / "locale" / "en.yaml").read_text(encoding="utf-8")
    broken = text.replace("  journal: ", "  jornal: ", 1)
    line = broken[: broken.index("  jornal")].count("\n") + 1
    (finding,) = findings(broken, "en.yaml", Locale)
    assert (finding.code, finding.hint) == (Code.UNKNOWN_KEY, "Did you mean `journal`?")
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (line, 3)


def test_a_language_is_called_as_its_file() -> None:
    text = (bundled.content() / "locale" / "en.yaml").read_text(encoding="utf-8")
    (finding,) = findings(text, "de.yaml", Locale)
    assert finding.code is Code.ID_NOT_FILE_NAME


def test_the_line_to_bring_keeps_its_name() -> None:
    path = Path(__file__).parents[2] / "fixtures/plain-sheet.yaml"
    text = path.read_text(encoding="utf-8").replace("id: second", "id: bring")
    (found,) = findings(text, "plain-sheet.yaml", Exercise)
    assert (found.code, found.span and found.span.line) == (Code.DUPLICATE_ID, 28)
    assert "`bring` is that of the line to bring" in found.message
