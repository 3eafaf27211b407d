"""Files that somebody believes to be read: under a name, or in a place, where nothing looks for them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from workbook.errors import Code, Diagnostic, Severity, Span
from workbook.source.loading import Loaded
from workbook.source.practice_folder import CONTENT_FOLDERS, is_practice
from workbook.source.shelves import SHELVES

_NEARLY = re.compile(r"(.+\.ya?ml)\.txt|(.+\.ya?ml)", re.IGNORECASE)


def misnamed(path: Path, folder: Path) -> Diagnostic | None:
    """Return a warning for a file that lies where content does, if its name is nearly that of content.

    **Why** no other name is minded: notes, pictures and copies may lie there as one likes.
    """
    in_place = path.parent.name in CONTENT_FOLDERS or (path.parent == folder and is_practice(folder))
    nearly = _NEARLY.fullmatch(path.name)
    if not in_place or nearly is None or not path.is_file():
        return None
    better = (nearly[1] or nearly[2]).lower()
    message = f"This file is not read, because its name does not end in `{better[better.rfind('.') :]}`."
    hint = f"Name it `{better}`; some systems hide the end of a name until you ask them to show it."
    return Diagnostic(Code.FILE_MISNAMED, message, hint, Span(path), Severity.WARNING)


def lying_beside(loaded: Loaded[Any]) -> list[Diagnostic]:
    """Return a warning for content that lies in a practice folder itself and not in one of its folders."""
    shelf = next((shelf for shelf in SHELVES if isinstance(loaded.value, shelf.model)), None)
    if shelf is None or not is_practice(loaded.path.absolute().parent):
        return []
    message = f"This {shelf.kind} lies beside the folder `{shelf.folder}`, so it is not found by its name."
    hint = f"Move it into `{shelf.folder}`."
    return [Diagnostic(Code.FILE_MISPLACED, message, hint, Span(loaded.path), Severity.WARNING)]
