from __future__ import annotations

import pytest

from workbook.cli.making.status import Status


def test_nothing_but_lines_where_it_is_not_live(capsys: pytest.CaptureFixture[str]) -> None:
    with Status(2, live=False) as status:
        status.begin("Composing")
        status.end()
        status.say("x.pdf")
    assert capsys.readouterr() == ("x.pdf\n", "")


def test_a_bar_that_fills_and_clears(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click._compat.should_strip_ansi", lambda *_: False)
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)
    monkeypatch.setenv("COLUMNS", "40")
    with Status(2, live=True) as status:
        status.begin("Composing")
        status.end()
        status.begin("Laying out a very long name")
        status.say("x.pdf")
    out, err = capsys.readouterr()
    assert out == "x.pdf\n"
    drawn = err.split("\r\x1b[2K")
    assert drawn == ["", f"[{'-' * 24}] Composing", f"[{'#' * 12}{'-' * 12}] Laying out a", "", ""]
    assert all(len(text) <= 40 for text in drawn)
