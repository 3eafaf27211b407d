"""What a template may do, and how much: the sandbox, and the one way by which templates are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.loaders import split_template_path
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from workbook.source.files import read_text

MOST_OUTPUT = 4_000_000
"""Letters that one template may give. The longest section so far has seventeen thousand."""
MOST_REPEATED = 100_000
"""Letters or items that one multiplication may give, as many as ``range`` may count."""
MOST_BITS = 1024
"""Binary digits of a number."""

_WIDE = re.compile(r"%[^%a-zA-Z]*(?:\d{4}|\*)")


class TooMuchError(SecurityError):
    """A template asks for more than a page can need; the message goes on after “The template”."""


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, and limits on the operations that make much of little.

    **Why** the operations too: ``'a' * 10**9`` fills the memory in one step, and would do so while the
    template is read, since Jinja works out what is constant.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out a multiplication, a power, or what ``%`` says.

        Raises:
            TooMuchError: the result would be enormous.
        """
        if operator == "*" and _product(left, right) > MOST_REPEATED:
            raise TooMuchError(f"repeats something more than {MOST_REPEATED} times")
        if operator in {"*", "**"} and _bits(operator, left, right) > MOST_BITS:
            raise TooMuchError("works with a number that is too long")
        if operator == "%" and isinstance(left, str) and _WIDE.search(left):
            raise TooMuchError("asks for a space of enormous width")
        return super().call_binop(context, operator, left, right)


class FolderLoader(BaseLoader):
    """Finds templates in one folder; a link that leads out of the folder's project is not followed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Return a template's text and its file.

        Raises:
            TemplateNotFound: there is none of that name here.
            FindingsError: it may not or cannot be read.
        """
        path = self._folder.joinpath(*split_template_path(template))
        if not path.is_file():
            raise TemplateNotFound(template)
        return read_text(path, project_of(self._folder)), str(path), lambda: True


def project_of(folder: Path) -> Sequence[Path]:
    """Return the folder that a theme's files must lie in once links are followed: that of its project.

    A theme is ``templates/<name>``. Its own links are taken off first, so that a folder that leads out does
    not count as the project's.
    """
    return (folder.parent.parent,)


def _product(left: Any, right: Any) -> int:
    for many, times in ((left, right), (right, left)):
        if isinstance(many, str | bytes | list | tuple) and isinstance(times, int):
            return len(many) * max(times, 0)
    return 0


def _bits(operator: str, left: Any, right: Any) -> int:
    if not (isinstance(left, int) and isinstance(right, int)):
        return 0
    if operator == "*":
        return left.bit_length() + right.bit_length()
    return left.bit_length() * max(right, 0)
