"""Find a theme and what it is made of: the theme's folder, what it extends, the base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from workbook import bundled
from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.theme import NO_PICTURE, ThemeFile, TokenChanges, Tokens
from workbook.source.files import read_text, walk
from workbook.source.judging import meant
from workbook.source.loading import Loaded, load
from workbook.source.pictures import Picture, read_picture
from workbook.theme.environment import environment
from workbook.theme.sandbox import TemplateSandbox, project_of
from workbook.theme.shades import shades
from workbook.theme.stylesheet import Stylesheet, UnknownTokenError, fill_in, put_together

BASE = "base"
"""The folder that every theme ends in; it is not a theme of its own."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Theme:
    """A theme, its folders in the order in which they are searched.

    ``places`` says of each token where it was set; a picture lies beside the file that names it.
    """

    name: str
    title: str
    description: str
    tokens: Tokens
    folders: tuple[Path, ...]
    places: Mapping[str, Span] = field(default_factory=dict, compare=False)
    extends: str = BASE

    def with_tokens(self, changes: TokenChanges, places: Mapping[str, Span]) -> Theme:
        """Return the theme with some of its tokens changed, as a practice's file may ask.

        ``places`` says where each of the changes is written. An accent brings its lighter shades
        along, as far as they are not changed too.
        """
        given = changes.model_dump(exclude_none=True)
        along = _along(given)
        said = {name: places[name if name in given else "accent"] for name in {**along, **given}}
        return replace(
            self,
            tokens=Tokens.model_validate({**self.tokens.model_dump(), **along, **given}),
            places={**self.places, **said},
        )

    @property
    def families(self) -> tuple[str, ...]:
        """The font families that the theme sets in, that of the body first."""
        return tuple(dict.fromkeys((self.tokens.font, self.tokens.heading_font)))

    def files(self) -> list[str]:
        """Return the templates and stylesheets that the theme uses, its own and those of its chain."""
        found = {
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in walk(folder)
            if path.suffix in {".j2", ".css"} and path.is_file()
        }
        return sorted(found)

    def require(self, name: str) -> Path:
        """Return the file of that name which is used.

        Raises:
            FindingsError: T003, the theme has none.
        """
        names = self.files()
        if name in names:
            return next(folder / name for folder in self.folders if (folder / name).is_file())
        like = meant.closest(name, names)
        hint = f"Did you mean `{like}`?" if like else "A name is such as `sections/title-page.html.j2`."
        message = f"The theme {self.name!r} has no file {name[:80]!r}."
        raise FindingsError([Diagnostic(Code.TEMPLATE_MISSING, message, hint)])

    @property
    def foreign(self) -> Span | None:
        """The first thing of the theme's that did not come with the program: templates, styles or a picture.

        This is the one rule by which files are made in a confined process: where there is such a thing.
        """
        for folder in self.folders:
            if not folder.is_relative_to(bundled.templates()):
                file = folder / "theme.yaml"
                return Span(file if file.is_file() else folder)
        return None if self.tokens.logo == NO_PICTURE else self.places["logo"]

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders that its files and its picture are read from."""
        picture = () if self.tokens.logo == NO_PICTURE else (self.places["logo"].path.parent,)
        return (*self.folders, *picture)

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process is given: not what was read or loaded meanwhile."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @cached_property
    def logo(self) -> Picture | None:
        """The practice's or the publisher's picture, if there is one.

        Raises:
            FindingsError: it is not there, or cannot be used; at the token that names it.
        """
        if self.tokens.logo == NO_PICTURE:
            return None
        named_at = self.places["logo"]
        folder = named_at.path.parent
        return read_picture(folder / self.tokens.logo, [folder], named_at)

    @cached_property
    def templates(self) -> TemplateSandbox:
        """The Jinja environment over the theme's folders."""
        return environment(self.folders)

    def stylesheet(self, name: str, values: Mapping[str, str]) -> Stylesheet:
        """Return a medium's stylesheet: the base's, its answer kinds', then the theme's own on top.

        ``values`` are what its ``var(--name)`` stand for: the tokens and the reader's measures.

        Raises:
            FindingsError: a stylesheet asks for a token that does not exist.
        """
        return put_together(
            (path, self._filled_in(path, folder, values))
            for folder in reversed(self.folders)
            for path in (folder / f"{name}.css", *sorted(folder.glob(f"blocks/*.{name}.css")))
            if path.is_file()
        )

    def _filled_in(self, path: Path, folder: Path, values: Mapping[str, str]) -> str:
        css = read_text(path, project_of(folder))
        if "</" in css:
            place = Span(path, _line_of(css, "</"))
            message, hint = "The stylesheet holds `</`, with which it would end.", "Take it out."
            raise FindingsError([Diagnostic(Code.TEMPLATE_UNSAFE, message, hint, place)])
        try:
            return fill_in(css, values)
        except UnknownTokenError as error:
            raise FindingsError(
                [
                    Diagnostic(
                        Code.UNKNOWN_STYLE_NAME,
                        f"The stylesheet {path.name} asks for a token that does not exist: {error.args[0]}.",
                        meant.hint(error.args[0], sorted(values), "There are"),
                        Span(path, _line_of(css, f"var(--{error.args[0]})")),
                    )
                ]
            ) from error


class Themes:
    """All themes that a project can use: its own ``templates/<name>/``, then those of the program.

    **Why** not both where they are the same folder, as in a checkout of the program: each stylesheet would be
    in a file twice, and its bytes would depend on where someone stands.
    """

    def __init__(self, project: Path | None = None) -> None:
        stock = bundled.templates()
        own = None if project is None else project / "templates"
        self.roots: tuple[Path, ...] = (stock,)
        if own is not None and own.resolve() != stock.resolve():
            self.roots = (own, stock)

    def is_own(self, path: Path) -> bool:
        """Tell whether a file lies in the project, and not in the program."""
        return any(path.is_relative_to(root) for root in self.roots[:-1])

    def names(self) -> list[str]:
        """Return the names of all themes, the base left out."""
        found = {p.parent.name for root in self.roots for p in root.glob("*/theme.yaml")}
        return sorted(found - {BASE})

    def families(self) -> list[str]:
        """Return the font families that the themes set in; a theme with mistakes is passed over."""
        found: set[str] = set()
        for name in self.names():
            with suppress(FindingsError):
                found.update(self.find(name).families)
        return sorted(found)

    def find(self, name: str) -> Theme:
        """Return a theme with its tokens merged down the chain of those that it extends.

        A folder of the project without a ``theme.yaml`` lies over the program's theme of the same name.

        Raises:
            FindingsError: there is no such theme, or a file of its chain has mistakes.
        """
        folders: list[Path] = []
        files: list[Loaded[ThemeFile]] = []
        wanted, named_at, searched = name, None, self.roots
        while wanted != BASE or not files:
            found = list(_folders(wanted, searched))
            own = bool(files) and files[-1].path.parent.name == wanted
            if not found and not own:
                hint = f"Themes: {', '.join(self.names())}."
                raise _unknown(f"There is no theme called {wanted!r}.", hint, named_at)
            if not found or found[-1] in folders:
                raise _unknown(f"The theme {wanted!r} extends itself.", "Let it extend calm.", named_at)
            file = load(found[-1] / "theme.yaml", ThemeFile, project_of(found[-1]))
            folders += found
            files.append(file)
            root = found[-1].parent
            same = file.value.extends == wanted
            searched = self.roots[self.roots.index(root) + 1 :] if same else self.roots
            wanted, named_at = file.value.extends, file.document.span(("extends",))
        merged, places = _merged(files)
        missing = set(Tokens.model_fields) - set(merged)
        if missing:
            span = files[-1].document.span(("tokens",))
            raise _unknown(f"The theme lacks tokens: {', '.join(sorted(missing))}.", "Extend calm.", span)
        first = files[0].value
        base = [root / BASE for root in self.roots if (root / BASE).is_dir()]
        tokens = Tokens.model_validate(merged)
        return Theme(name, first.title, first.description, tokens, (*folders, *base), places, first.extends)


def _folders(name: str, roots: tuple[Path, ...]) -> Iterator[Path]:
    """Yield a theme's folders, the one with its file last; none where there is no such theme."""
    if not _NAME.fullmatch(name) or name == BASE:
        return  # it would lead to another folder
    folders = [root / name for root in roots if (root / name).is_dir()]
    last = next((i for i, folder in enumerate(folders) if (folder / "theme.yaml").is_file()), None)
    if last is not None:
        yield from folders[: last + 1]


def _merged(files: list[Loaded[ThemeFile]]) -> tuple[dict[str, Any], dict[str, Span]]:
    """Return the tokens of a chain of files, the first file's winning, and where each stands."""
    merged: dict[str, Any] = {}
    places: dict[str, Span] = {}
    for file in reversed(files):
        given = file.value.tokens.model_dump(exclude_none=True) if file.value.tokens else {}
        with_shades = {**_along(given), **given}
        merged |= with_shades
        said = {name: name if name in given else "accent" for name in with_shades}
        places |= {name: file.document.span(("tokens", key), key=True) for name, key in said.items()}
    return merged, places


def _along(given: Mapping[str, Any]) -> dict[str, str]:
    """Return what comes along with some tokens: an accent's lighter shades."""
    return shades(given["accent"]) if "accent" in given else {}


def _line_of(css: str, words: str) -> int:
    lines = css.splitlines()
    return next((number for number, line in enumerate(lines, start=1) if words in line), 1)


def _unknown(message: str, hint: str, span: Span | None) -> FindingsError:
    return FindingsError([Diagnostic(Code.UNKNOWN_THEME, message, hint, span)])
