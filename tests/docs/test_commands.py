"""Every command that a guide shows is run, and what it prints is compared with what the guide says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.conftest import Built
from tests.docs.console import compare, follow
from tests.docs.guides import PAGES, fences, name, page, part
from workbook.cli.program import COMMANDS, program

FOLLOWED = [page for page in PAGES if any(fence.language == "console" for fence in fences(page))]
REFERENCE = page("docs/commands.md")


@pytest.mark.parametrize("path", FOLLOWED, ids=name)
def test_a_guide_does_as_it_says(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(path, tmp_path, monkeypatch)


def test_the_readme_and_the_guides_are_followed() -> None:
    followed = {name(path) for path in FOLLOWED}
    assert followed >= {
        "README.md",
        "docs/therapist.md",
        "docs/story.md",
        "docs/designer.md",
        "docs/publisher.md",
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_part_with_all_its_options(command: str) -> None:
    loaded = program.get_command(click.Context(program), command)
    assert loaded is not None
    _has_a_part(loaded, f"workbook {command}")


def _has_a_part(loaded: click.Command, name: str) -> None:
    text = part(REFERENCE, name)
    if isinstance(loaded, click.Group):
        ctx = click.Context(loaded)
        for inner in loaded.list_commands(ctx):
            found = loaded.get_command(ctx, inner)
            assert found is not None
            _has_a_part(found, f"{name} {inner}")
    for parameter in loaded.params:
        if parameter in program.params:
            continue
        if isinstance(parameter, click.Option):
            for spelling in parameter.opts:
                assert f"`{spelling}" in text, spelling
        if isinstance(parameter.type, click.Choice):
            for choice in parameter.type.choices:
                assert f"`{choice}`" in text, choice


def test_what_every_command_takes_is_said_once() -> None:
    text = REFERENCE.read_text(encoding="utf-8").partition("\n## workbook")[0]
    for parameter in program.params:
        assert parameter.opts[0] in text, parameter.opts


def test_the_commands_for_scripts_are_those_that_it_names() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    said = next(part for part in text.split("\n\n") if part.startswith("**For scripts.**"))
    both, alone = (set(re.findall(r"`([a-z ]+)`", said.split(".")[n])) for n in (2, 3))
    having = {flag: set(_with_option(program, flag)) for flag in ("--json", "--quiet")}
    assert having["--quiet"] == both
    assert having["--json"] == both | alone


def _with_option(group: click.Group, flag: str, before: str = "") -> Iterator[str]:
    ctx = click.Context(group)
    for command in group.list_commands(ctx):
        loaded = group.get_command(ctx, command)
        assert loaded is not None
        if isinstance(loaded, click.Group):
            yield from _with_option(loaded, flag, f"{before}{command} ")
        elif any(flag in option.opts for option in loaded.params):
            yield before + command


def test_the_reference_has_no_command_too_many() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    parts = [
        line.removeprefix("## workbook ") for line in text.splitlines() if line.startswith("## workbook ")
    ]
    assert parts == list(COMMANDS)


def test_the_readme_shows_the_sample_as_it_is(sample_pdf: Built, sample_epub: Built) -> None:
    shown = "".join(fence.text for fence in fences(page("README.md")) if fence.language == "text")
    assert f"{sample_pdf.extent} pages" in shown
    assert f"{sample_epub.extent} sections" in shown


def test_a_page_that_is_wrong_is_noticed() -> None:
    compare("one\ntwo  three\n", 0, "one\ntwo …\n", "here")
    compare("one\ntwo\nthree\n", 0, "…\nthree\n", "here")
    compare("a.yaml:1:1: error S001: No.\n", 1, "a.yaml:1:1: error S001: …\n", "here")
    for output, exit_code, printed in (
        ("one\n", 0, "two\n"),
        ("one\ntwo\n", 0, "one\n"),
        ("one\n", 1, "one\n"),
        ("a.yaml:1:1: error S001: No.\n", 0, "a.yaml:1:1: error S001: No.\n"),
    ):
        with pytest.raises(AssertionError):
            compare(output, exit_code, printed, "here")
