"""Names for a shell to complete. File names are enough for it: nothing is read or checked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from workbook import bundled
from workbook.cli.lazy import PRACTICE_WANTED
from workbook.source.practice_folder import find_folder


def complete_exercises(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete an exercise's id, or else a path."""
    return _names(ctx, "exercises", typed) or [CompletionItem(typed, type="file")]


def complete_workbooks(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete a workbook's slug, or else a path."""
    return _names(ctx, "workbooks", typed) or [CompletionItem(typed, type="file")]


def complete_editions(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete an edition's slug."""
    return _names(ctx, "editions", typed)


def complete_countries(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete a country."""
    return _names(ctx, "crisis", typed)


def complete_clients(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete a client's code."""
    return _names(ctx, "clients", typed)


def complete_themes(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete a theme's name."""
    return _items(
        (file.parent.name for root in _roots(ctx, "templates") for file in root.glob("*/theme.yaml")), typed
    )


def complete_templates(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete a template or stylesheet by its path within a theme."""
    return _items(
        (
            file.relative_to(theme).as_posix()
            for root in _roots(ctx, "templates")
            for theme in root.glob("*/")
            for file in theme.rglob("*.*")
            if file.suffix in {".j2", ".css"}
        ),
        typed,
    )


def _names(ctx: click.Context, folder: str, typed: str) -> list[CompletionItem]:
    return _items(_stems(ctx, folder), typed)


def _stems(ctx: click.Context, folder: str) -> Iterator[str]:
    for root in _roots(ctx, "content"):
        for pattern in ("*.yaml", "*.yml"):
            yield from (file.stem for file in (root / folder).glob(pattern))


def _roots(ctx: click.Context, name: str) -> Iterator[Path]:
    """Yield where content or themes may lie.

    **Why** no error where the program lacks its own: the shell would show it in the middle of a line.
    """
    with suppress(OSError):
        project = ctx.meta.get(PRACTICE_WANTED) or find_folder(Path.cwd()) or Path()
        yield project if name == "content" else project / name
    with suppress(bundled.MissingFolderError):
        yield bundled.folder(name)


def _items(names: Iterator[str], typed: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in sorted(set(names)) if name.startswith(typed)]
