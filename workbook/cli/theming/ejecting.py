"""Copy one file of a theme into the project, where it can be changed."""

from __future__ import annotations

from pathlib import PurePosixPath

import click

from workbook.cli.authoring.beginning import refuse_existing
from workbook.cli.project import choose_theme, find_project
from workbook.render.writing import write_atomically
from workbook.source.files import read_text


def eject(name: str, theme_name: str | None) -> None:
    """Copy a template or stylesheet, and say what to do with it.

    Raises:
        FindingsError: there is no such theme, or no such file in it, or the copy is there already.
    """
    theme = choose_theme(theme_name)
    source, inner = theme.require(name), PurePosixPath(name)
    path = find_project().folder / "templates" / theme.name / inner
    refuse_existing(path)
    write_atomically(path, read_text(source).encode())
    click.echo(f"{path.as_posix()} is yours. The theme {theme.name} uses it from now on.")
    if inner.suffix == ".css":
        click.echo("It comes after the one it was copied from, so keep only the rules that you change.")
    elif inner.parts[0] == "sections":
        below = source.parents[len(inner.parts) - 1].name
        click.echo("To change a part of it alone, write in place of all of it, with your words between:")
        click.echo(f'  {{% extends "!{below}/{name}" %}}')
        click.echo("  {% block NAME %}…{% endblock %}    (the names of blocks are in the copy)")
    click.echo("Then:")
    for step in ("explain", "handout"):
        words = {"explain": f"theme explain {name}", "handout": "handout boundary-one-sentence"}[step]
        click.echo(f"  workbook {words}" + (f" --theme {theme_name}" if theme_name else ""))
