"""Find a theme and what it is made of: the theme's folder, what it extends, the base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

from workbook import bundled
from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.theme import ThemeFile, Tokens
from workbook.source.files import read_text
from workbook.source.loading import Loaded, load
from workbook.theme.environment import environment
from workbook.theme.tokens import UnknownTokenError, fill_in

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

    @property
    def families(self) -> tuple[str, ...]:
        """The font families that the theme sets in, that of the body first."""
        return tuple(dict.fromkeys((self.tokens.font, self.tokens.heading_font)))

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
                        Code.UNKNOWN_STYLE_NAME,
                        f"The stylesheet {path.name} asks for a token that does not exist: {error.args[0]}.",
                        "There are: " + ", ".join(sorted(values)) + ".",
                        Span(path, _line_of(path, f"var(--{error.args[0]})")),
                    )
                ]
            ) from error


class Themes:
    """All themes that a project can use: its own ``templates/<name>/``, then those of the program."""

    def __init__(self, project: Path | None = None) -> None:
        own = () if project is None else (project / "templates",)
        self.roots = (*own, bundled.templates())

    def names(self) -> list[str]:
        """Return the names of all themes, the base left out."""
        found = {p.parent.name for root in self.roots for p in root.glob("*/theme.yaml")}
        return sorted(found - {BASE})

    def find(self, name: str) -> Theme:
        """Return a theme with its tokens merged down the chain of those that it extends.

        Raises:
            FindingsError: there is no such theme, or a file of its chain has mistakes.
        """
        folders: list[Path] = []
        files: list[Loaded[ThemeFile]] = []
        wanted, named_at = name, None
        while wanted != BASE:
            folder = self._folder(wanted, named_at)
            if folder in folders:
                raise _unknown(f"The theme {wanted!r} extends itself.", "Let it extend base.", named_at)
            file = load(folder / "theme.yaml", ThemeFile, self.roots)
            folders.append(folder)
            files.append(file)
            wanted, named_at = file.value.extends, file.document.span(("extends",))
        merged: dict[str, Any] = {}
        for file in reversed(files):
            merged |= file.value.tokens.model_dump(exclude_none=True)
        missing = set(Tokens.model_fields) - set(merged)
        if missing:
            span = files[-1].document.span(("tokens",))
            raise _unknown(f"The theme lacks tokens: {', '.join(sorted(missing))}.", "Extend calm.", span)
        first = files[0].value
        chain = (*folders, self.roots[-1] / BASE)
        return Theme(name, first.title, first.description, Tokens.model_validate(merged), chain)

    def _folder(self, name: str, named_at: Span | None) -> Path:
        for root in self.roots:
            folder: Path = root / name
            if (folder / "theme.yaml").is_file():
                return folder
        raise _unknown(f"There is no theme called {name!r}.", f"Themes: {', '.join(self.names())}.", named_at)


def _line_of(path: Path, words: str) -> int:
    lines = read_text(path).splitlines()
    return next((number for number, line in enumerate(lines, start=1) if words in line), 1)


def _unknown(message: str, hint: str, span: Span | None) -> FindingsError:
    return FindingsError([Diagnostic(Code.UNKNOWN_THEME, message, hint, span)])
