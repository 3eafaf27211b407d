"""The sandboxed Jinja environment and what a template's mistakes become."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from jinja2 import ChoiceLoader, PrefixLoader, StrictUndefined, Template
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.theme.markup import MarkupLimitError, UnsafeMarkupError, parse_markup
from workbook.theme.sandbox import MOST_OUTPUT, FolderLoader, TemplateSandbox, TooMuchError


def environment(folders: Sequence[Path]) -> TemplateSandbox:
    """Return the environment that looks for a template in each folder in turn.

    ``!<theme>/name`` reaches the template as it is from that theme on, even where another comes first: what
    is laid over a theme of the same name is passed over too.
    **Why** so strict: templates travel between people and are not to be trusted.
    """
    loaders = [FolderLoader(folder) for folder in folders]
    by_name = {f"!{folder.name}": ChoiceLoader(loaders[index:]) for index, folder in enumerate(folders)}
    return TemplateSandbox(
        loader=ChoiceLoader([*loaders, PrefixLoader(by_name)]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(env: TemplateSandbox, name: str, context: Mapping[str, Any]) -> str:
    """Fill in a template.

    Raises:
        FindingsError: the template is missing or faulty; located in its file.
    """
    try:
        return _limited(env.get_template(name), context)
    except TemplateNotFound as error:
        raise FindingsError(
            [
                Diagnostic(
                    Code.TEMPLATE_MISSING,
                    f"The theme has no template {error.name!r}.",
                    "Mend the name; `workbook theme explain` says where a template is looked for.",
                    _place(error),
                )
            ]
        ) from error
    except TemplateSyntaxError as error:
        raise FindingsError([syntax_finding(error, Path(error.filename or name))]) from error
    except TooMuchError as error:
        raise FindingsError([too_much(f"The template {error}.", _place(error))]) from error
    except RecursionError as error:
        raise FindingsError([too_much("The template calls itself without end.", _place(error))]) from error
    except (UndefinedError, SecurityError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise FindingsError([_failure(error)]) from error


def syntax_finding(error: TemplateSyntaxError, path: Path) -> Diagnostic:
    """Return what is told of a template that cannot be read."""
    message = f"The template cannot be read: {(error.message or '').rstrip('.')}."
    hint = "Each {% if %}, {% for %} and {% block %} needs its end, and each {{ its }}."
    return Diagnostic(Code.TEMPLATE_SYNTAX, message, hint, Span(path, error.lineno))


def well_formed(env: TemplateSandbox, name: str, markup: str) -> str:
    """Return the markup that a template gave, if every engine can read it.

    Raises:
        FindingsError: it is not well-formed XML, or beyond the limits; located at the template, as far as
            that can be known.
    """
    try:
        parse_markup(markup)
    except MarkupLimitError as error:
        span = Span(Path(env.get_template(name).filename or name))
        raise FindingsError([too_much(f"The template's markup {error}.", span)]) from error
    except UnsafeMarkupError as error:
        span = Span(Path(env.get_template(name).filename or name))
        hint = "The designer's guide lists what a page may be made of."
        message = f"The template's markup {error}."
        raise FindingsError([Diagnostic(Code.TEMPLATE_UNSAFE, message, hint, span)]) from error
    except ET.ParseError as error:
        line, _ = error.position
        span = Span(Path(env.get_template(name).filename or name))
        raise FindingsError(
            [
                Diagnostic(
                    Code.TEMPLATE_FAILED,
                    f"The template's markup is not well-formed, near line {line} of what it gives.",
                    "Close every tag; write &amp; for an ampersand; use no entities such as &nbsp;.",
                    span,
                )
            ]
        ) from error
    return markup


def _limited(template: Template, context: Mapping[str, Any]) -> str:
    """Return a template's text, stopped as it comes where it is far too long."""
    parts, length = [], 0
    for part in template.generate(context):
        length += len(part)
        if length > MOST_OUTPUT:
            message = f"The template gives more than {MOST_OUTPUT // 1_000_000} million letters."
            raise FindingsError([too_much(message, Span(Path(template.filename or str(template.name))))])
        parts.append(part)
    return "".join(parts)


def too_much(message: str, span: Span | None) -> Diagnostic:
    """Return what is told of a template that goes beyond the limits."""
    hint = "A page needs far less. Take out the loop, or what repeats or nests so much."
    return Diagnostic(Code.TEMPLATE_TOO_MUCH, message, hint, span)


def _failure(error: Exception) -> Diagnostic:
    span = _place(error)
    if span is None:
        raise error  # not a template's mistake but the program's
    return Diagnostic(
        Code.TEMPLATE_FAILED,
        f"The template failed: {error}.",
        "Templates may use only what the page on templates in the designer's guide lists.",
        span,
    )


def _place(error: Exception) -> Span | None:
    """Return the innermost line of a template that led to an error."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [Span(Path(f.filename), f.lineno) for f in frames if f.filename.endswith(".j2") and f.lineno]
    return places[-1] if places else None
