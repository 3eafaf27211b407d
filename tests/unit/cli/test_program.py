from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import click
import pytest

import workbook
from tests.unit.cli.conftest import Run
from workbook.cli.program import COMMANDS

HEAVY = {"pydantic", "jinja2", "yaml", "rich", "weasyprint", "ebooklib", "markdown_it", "fontTools"}


def modules_after(*arguments: str) -> set[str]:
    """Run the program in a Python of its own and return the packages that it has loaded."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('|', *{name.partition('.')[0] for name in sys.modules}))\n"
        "from workbook.cli import main\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stdout.rpartition("|")[2].split())


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("build", "--help"), ("doctor", "--help")]
)
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    loaded = modules_after(*arguments)
    assert "click" in loaded
    assert not loaded & HEAVY


def test_the_probe_sees_what_is_loaded() -> None:
    assert "pydantic" in modules_after("list", "--help")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_says(name: str) -> None:
    command = import_module(f"workbook.cli.commands.{name}").command
    assert command.name == name
    first = (command.help or "").split("\n\n")[0]
    assert " ".join(first.split()) == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_examples_that_are_kept_as_lines(name: str, run: Run) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    examples = result.stdout.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert examples
    assert all(line.startswith("    workbook ") for line in examples)
    assert any(line.startswith(f"    workbook {name}") for line in examples)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_help_fits_into_80_columns_and_breaks_no_name(name: str, run: Run) -> None:
    lines = run(*name.split(), "--help").stdout.splitlines()
    assert [line for line in lines if len(line) > 80 or line.endswith("-")] == []


def test_every_option_is_explained() -> None:
    for name in COMMANDS:
        command: click.Command = import_module(f"workbook.cli.commands.{name}").command
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name}"


def test_help_says_how_to_complete(run: Run) -> None:
    result = run("--help")
    for shell in ("bash", "zsh", "fish"):
        assert f"_WORKBOOK_COMPLETE={shell}_source" in result.stdout


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"workbook, version {workbook.__version__}\n"


def test_an_unknown_command_is_a_usage_mistake(run: Run) -> None:
    result = run("biuld")
    assert result.exit_code == 2
    assert "There is no command 'biuld'. Did you mean 'build'?" in result.stderr


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["handout", "boundary-one"], "plain,boundary-one-sentence"),
        (["build", "speak"], "plain,speaking-up"),
        (["crisis", "--country", "n"], "plain,nz"),
        (["build", "--theme", "c"], "plain,calm"),
        (["hand"], "plain,handout"),
    ],
)
def test_shells_complete(typed: list[str], expected: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_WORKBOOK_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(["workbook", *typed]))
    monkeypatch.setenv("COMP_CWORD", str(len(typed)))
    assert expected in run().stdout.splitlines()
