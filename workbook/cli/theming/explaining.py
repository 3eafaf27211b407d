"""Say where a theme's tokens come from, and which folder's template is used."""

from __future__ import annotations

from pathlib import PurePosixPath

import click

from workbook.cli.looking.paper import print_page, table
from workbook.cli.project import choose_theme, find_themes
from workbook.cli.theming.places import located, named
from workbook.theme.lookup import Theme, Themes


def explain(what: str | None, theme: str | None) -> None:
    """Explain a file of a theme's, or the theme of that name, or the one in use where nothing is named.

    Raises:
        FindingsError: there is no such theme, or no such file in it; or the theme's file has mistakes.
    """
    themes = find_themes()
    if what is not None and ("." in what or "/" in what):
        _explain_file(what, choose_theme(theme), themes)
    elif theme is not None:
        raise click.UsageError("--theme is for a file; name either a theme, or a file and a theme.")
    else:
        _explain_tokens(choose_theme(what), themes)


def _explain_tokens(theme: Theme, themes: Themes) -> None:
    given = theme.tokens.model_dump(mode="json")
    rows = [(name, given[name] or '""', located(theme.places[name], themes)) for name in given]
    folders = "\n".join(f"  {named(folder, themes)}" for folder in theme.folders)
    print_page(
        f"{theme.title}: {theme.description}",
        "",
        table(("Token", "Value", "Set in"), rows, ("Set in",)),
        "",
        "Templates are looked for in these folders, from the top:",
        folders,
    )


def _explain_file(name: str, theme: Theme, themes: Themes) -> None:
    theme.require(name)
    style = PurePosixPath(name).suffix == ".css"
    how = "every one that is there is used, the topmost last" if style else "the first that is there is used"
    click.echo(f"{name} of the theme {theme.name}: {how}.")
    used = False
    for folder in theme.folders:
        path = folder / name
        there = path.is_file()
        mark = "used" if there and (style or not used) else "there, not used" if there else "-"
        click.echo(f"  {mark:<16}{named(path, themes)}")
        used = used or there
