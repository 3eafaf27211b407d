"""Find a theme and what it is made of: the theme's folder, what it extends, the base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2.sandbox import ImmutableSandboxedEnvironment

from workbook import bundled
from workbook.errors import Code, Diagnostic, FindingsError
from workbook.source.files import read_text
from workbook.source.loading import load
from workbook.theme.environment import environment
from workbook.theme.tokens import ThemeFile, Tokens, UnknownTokenError, fill_in

BASE = "base"
"""The folder that every theme ends in; it is not a theme of its own."""


@dataclass(frozen=True)
class Theme:
    """A theme, its folders in the order in which they are searched."""

    name: str
    title: str
    description: str
    tokens: Tokens
    folders: tuple[Path, ...]

    @cached_property
    def templates(self) -> ImmutableSandboxedEnvironment:
        """The Jinja environment over the theme's folders."""
        return environment(self.folders)

    def stylesheet(self, name: str, values: Mapping[str, str]) -> str:
        """Return a medium's stylesheet: the base's, its answer kinds', then the theme's own on top.

        ``values`` are what its ``var(--name)`` stand for: the tokens and the reader's measures.

        Raises:
            FindingsError: a stylesheet asks for a token that does not exist.
        """
        parts = []
        for folder in reversed(self.folders):
            for path in (folder / f"{name}.css", *sorted(folder.glob(f"blocks/*.{name}.css"))):
                if path.is_file():
                    parts.append(self._filled_in(path, values))
        return "\n".join(parts)

    def _filled_in(self, path: Path, values: Mapping[str, str]) -> str:
        try:
            return fill_in(read_text(path), values)
        except UnknownTokenError as error:
            raise FindingsError(
                [
                    Diagnostic(
                        Code.UNKNOWN_TOKEN,
                        f"The stylesheet {path.name} asks for a token that does not exist: {error.args[0]}.",
                        "There are: " + ", ".join(sorted(values)) + ".",
                    )
                ]
            ) from error


def theme_names() -> list[str]:
    """Return the names of all themes that there are."""
    return sorted(p.parent.name for p in bundled.templates().glob("*/theme.yaml"))


def find_theme(name: str) -> Theme:
    """Return a theme by its name.

    Raises:
        FindingsError: there is no such theme, or its file has mistakes.
    """
    names = theme_names()
    if name not in names:
        raise FindingsError(
            [
                Diagnostic(
                    Code.UNKNOWN_THEME, f"There is no theme called {name!r}.", f"Themes: {', '.join(names)}."
                )
            ]
        )
    root = bundled.templates()
    file = load(root / name / "theme.yaml", ThemeFile).value
    return Theme(name, file.title, file.description, file.tokens, (root / name, root / BASE))
