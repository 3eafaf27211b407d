"""Where a practice lies: the nearest folder that has the file ``practice.yaml``.

**Why** apart from reading it: a shell's completion looks for the folder too, and has no time to read.
"""

from __future__ import annotations

import os
from pathlib import Path

PRACTICE_FILE = "practice.yaml"
"""What makes a folder a practice folder."""


CONTENT_FOLDERS = (
    "exercises",
    "workbooks",
    "crisis",
    "locale",
    "editions",
    "changes",
    "clients",
    "templates",
)
"""What lies in a practice folder. A ``practice.yaml`` in one of them is a content file of that name."""


def find_folder(start: Path) -> Path | None:
    """Return the nearest practice folder at or above ``start``."""
    return next((folder for folder in (start, *start.parents) if is_practice(folder)), None)


def is_practice(folder: Path) -> bool:
    """Tell whether a folder has the file, be it good or not."""
    return folder.name not in CONTENT_FOLDERS and os.path.lexists(folder / PRACTICE_FILE)
