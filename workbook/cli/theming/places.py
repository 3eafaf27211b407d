"""How a theme's files are named to a person: their own by the path, the program's by theme and file."""

from __future__ import annotations

from pathlib import Path

from workbook.errors import Span, shown_path
from workbook.theme.lookup import Themes

YOURS, STOCK = "yours", "stock"


def named(path: Path, themes: Themes) -> str:
    """Return how a file is named.

    **Why** not always the path: the program may lie anywhere, and its files are not to be changed there.
    """
    for root in themes.roots:
        if path.is_relative_to(root):
            inner = path.relative_to(root).as_posix()
            return shown_path(path) if themes.is_own(path) else f"{inner} ({STOCK})"
    return shown_path(path)


def located(span: Span, themes: Themes) -> str:
    """Return ``file:line``."""
    name, _, whose = named(span.path, themes).partition(" (")
    return f"{name}:{span.line}" + (f" ({whose}" if whose else "")
