"""The command ``workbook`` and the table of its commands."""

from __future__ import annotations

import io
import os
import sys
from types import MappingProxyType
from typing import Any

import click

from workbook import __version__
from workbook.cli.failures import Guard
from workbook.cli.lazy import PRACTICE_OPTION, LazyGroup

COMMANDS = MappingProxyType(
    {
        "init": "Begin a practice folder.",
        "build": "Make a workbook's PDF and EPUB, or an edition's.",
        "release": "Make an edition ready for publishers: every form of it, checked and summed up.",
        "handout": "Make a PDF of each exercise named, alone.",
        "answers": "Print what a client has filled in.",
        "list": "List exercises or workbooks.",
        "show": "Show an exercise in the terminal.",
        "check": "Look for mistakes in your files.",
        "compose": "Put a workbook together by picking pages.",
        "new": "Start a new exercise, workbook or edition.",
        "edit": "Change an exercise without a copy of it.",
        "diff": "Show what you have otherwise in an exercise.",
        "update": "Go through your changes when the exercises have moved on.",
        "crisis": "Show the crisis lines of each country.",
        "theme": "See and change how pages look.",
        "booklet": "Lay a PDF's pages out for folding.",
        "catalogue": "Make a catalogue of all exercises, with pictures.",
        "client": "Keep clients under codes, in your practice folder.",
        "purge": "Remove a client's file and all that was made for the client.",
        "inspect": "Say what in a PDF or EPUB could tell who it is for.",
        "schema": "Print the JSON Schema of a kind of file.",
        "doctor": "Say what is installed, and what mends the rest.",
    }
)
"""Each command's one-line help; the command itself is ``commands/<name>.py``."""

EPILOG = """\b
Examples:
  workbook build speaking-up
  workbook handout boundary-one-sentence --paper letter
  workbook list --kind boundary-rehearsal --max-minutes 20

\b
To let your shell complete what you type, add one line to its start-up file:
  bash   eval "$(_WORKBOOK_COMPLETE=bash_source workbook)"
  zsh    eval "$(_WORKBOOK_COMPLETE=zsh_source workbook)"
  fish   _WORKBOOK_COMPLETE=fish_source workbook | source

\b
Exit codes:
  0    all is well
  1    there are mistakes to mend in your files
  2    the command was used wrongly
  3    something is not installed
  70   a bug in this program
  130  you stopped it
"""


class Program(LazyGroup):
    """The program itself: whatever ends a command becomes words and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever ends it becomes words and an exit code in one place."""
        guard, result = Guard(ctx), None
        with guard:
            result = super().invoke(ctx)
            sys.stdout.flush()  # here, where a full disk still has an exit code of its own
        if guard.exit_code:
            forget_unwritable_output()
            ctx.exit(guard.exit_code)
        return result


def forget_unwritable_output() -> None:
    """Drop what the disk did not take; Python would try again at its end, complain, and exit with 120."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def use_any_terminal() -> None:
    """Print a sign that the terminal's encoding lacks as ``?``, where Python would stop with an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@click.group(
    cls=Program,
    table=COMMANDS,
    package="workbook.cli.commands",
    elsewhere={"init"},
    params=[PRACTICE_OPTION],
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(__version__, prog_name="workbook")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Make guided therapy workbooks: exercises in YAML become a PDF to print and an EPUB to read."""
    if os.environ.get("NO_COLOR"):  # no-color.org
        ctx.color = False
