"""Look a theme over before anything is made with it: all of its mistakes at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from pathlib import Path

from jinja2 import TemplateSyntaxError

from workbook.compose.manuscript import Medium
from workbook.compose.measures import measure, values
from workbook.compose.reader import Reader
from workbook.compose.sizes import unfit_sizes
from workbook.errors import Code, Diagnostic, FindingsError, MissingToolError, Severity, Span
from workbook.model.page import INCH
from workbook.source.files import read_text, walk
from workbook.source.pictures.kind import Kind
from workbook.theme.contrast import contrast_findings
from workbook.theme.environment import syntax_finding, too_much
from workbook.theme.fonts import faces
from workbook.theme.lookup import BASE, Theme, Themes
from workbook.theme.sandbox import project_of

DEFAULT = "calm"
"""The theme by which a project's own templates of the base are looked at."""
SHARP = 150
"""Dots to the inch under which a picture looks coarse on paper."""


def proof_theme(themes: Themes, name: str) -> list[Diagnostic]:
    """Return all that is wrong with a theme: file, colours, logo, fonts, and its own CSS and templates."""
    try:
        theme = themes.find(DEFAULT if name == BASE else name)
    except FindingsError as error:
        return list(error.findings)
    found = proof_tokens(theme)
    known = values(measure(theme.tokens, Reader()), theme.tokens, Reader())
    for medium in Medium:
        try:
            theme.stylesheet(medium.value, known)
        except FindingsError as error:
            found += error.findings
    for folder in filter(themes.is_own, theme.folders):
        found += _templates(theme, folder)
    return sorted(dict.fromkeys(found), key=Diagnostic.sort_key)


def proof_tokens(theme: Theme) -> list[Diagnostic]:
    """Return what is wrong with a theme's colours, sizes, logo and fonts, wherever they are said."""
    found = [*_own(theme), *unusable_fonts(theme)]
    try:
        return [*found, *_coarse(theme)]
    except FindingsError as error:
        return [*found, *error.findings]


def theme_warnings(theme: Theme) -> list[Diagnostic]:
    """Return what a build says of a theme without stopping: faint colours, unfit sizes, and a coarse logo.

    Raises:
        FindingsError: the logo is not there, or cannot be used.
    """
    return [*_own(theme), *_coarse(theme)]


def _own(theme: Theme) -> list[Diagnostic]:
    return [*contrast_findings(theme.tokens, theme.places), *unfit_sizes(theme)]


def _coarse(theme: Theme) -> Iterator[Diagnostic]:
    logo = theme.logo
    if logo is None or logo.kind is Kind.SVG:
        return
    inches = float(theme.tokens.logo_height.removesuffix("mm")) / INCH
    if logo.height < SHARP * inches:
        yield Diagnostic(
            Code.PICTURE_COARSE,
            f"The logo is {logo.height:.0f} pixels high, {logo.height / inches:.0f} to the inch: too few.",
            f"Use one of {ceil(SHARP * inches)} pixels or more, or an SVG drawing.",
            theme.places["logo"],
            Severity.WARNING,
        )


def unusable_fonts(theme: Theme) -> Iterator[Diagnostic]:
    """Yield what is wrong with the theme's families, each where it is named."""
    for token in ("font", "heading_font"):
        try:
            faces(getattr(theme.tokens, token))
        except MissingToolError as missing:
            message = f"{missing.tool} is not installed."
            yield Diagnostic(
                Code.FONT_MISSING, message, f"To install it: {missing.mend}", theme.places.get(token)
            )
        except FindingsError as error:
            yield from (replace(finding, span=theme.places.get(token)) for finding in error.findings)


def _templates(theme: Theme, folder: Path) -> Iterator[Diagnostic]:
    for path in (path for path in walk(folder) if path.suffix == ".j2"):
        try:
            theme.templates.parse(read_text(path, project_of(folder)), filename=str(path))
        except ValueError:  # Python reads no number of so many digits
            yield too_much("The template holds a number that is too long to be read.", Span(path))
        except RecursionError:
            yield too_much("The template nests too deep to be read.", Span(path))
        except TemplateSyntaxError as error:
            yield syntax_finding(error, path)
        except FindingsError as error:
            yield from error.findings
