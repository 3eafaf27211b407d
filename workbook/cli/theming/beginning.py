"""Begin a theme: a file that names every token with the value that it has."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from workbook.cli.authoring.beginning import refuse_existing
from workbook.cli.project import find_project, find_themes
from workbook.model.theme import Tokens
from workbook.render.writing import write_atomically
from workbook.source.starters import require_name
from workbook.theme.lookup import BASE, Theme


def begin_theme(name: str, extends: str) -> None:
    """Write the new theme's file and say what to do next.

    Raises:
        FindingsError: ``name`` cannot be a theme's, or there is such a file, or no theme ``extends``.
    """
    require_name("theme", name, taken=(BASE,))
    path = find_project().folder / "templates" / name / "theme.yaml"
    refuse_existing(path)
    write_atomically(path, "".join(_lines(name, find_themes().find(extends))).encode())
    click.echo(f"{path.as_posix()} is yours. Open it in an editor; notes in it explain every line.")
    click.echo("Then:")
    for step in (
        f"check {path.as_posix()}",
        f"handout boundary-one-sentence --theme {name}",
        f"theme explain {name}",
    ):
        click.echo(f"  workbook {step}")


def _lines(name: str, extends: Theme) -> Iterator[str]:
    yield "# A theme says only how it differs from the theme that it extends.\n"
    yield "# Every token is named below with the value that it has now. To change one, take away the `# `\n"
    yield "# before its name, so that two blanks are left there, and write another value.\n\n"
    yield f"title: {name.replace('-', ' ').capitalize()}\n"
    yield "description: What it is made for.\n"
    yield f"extends: {extends.name}\n\n"
    yield "tokens:\n"
    values = extends.tokens.model_dump(mode="json")
    for token, field in Tokens.model_fields.items():
        line = f"  # {token}: {_written(values[token])}"
        yield f"{line:<42}  # {field.description}\n"


def _written(value: str) -> str:
    """Return a value as YAML has it; a colour's sign would begin a comment."""
    return json.dumps(value, ensure_ascii=False) if not value or value.startswith("#") else value
