"""Finding the Chromium that Ace looks at pages with; the tests open an e-reader in the same."""

from __future__ import annotations

import os
import shutil

from workbook.release.checkers.message import CheckerFailed

# scripts/setup looks for the same names. Ubuntu has no package ``chromium`` but takes Chrome.
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find_browser() -> str:
    """Return the Chromium or Chrome to run: that of CHROME_PATH, of the PATH, or of macOS.

    Raises:
        CheckerFailed: there is none.
    """
    named = os.environ.get("CHROME_PATH")
    for candidate in [named] if named else [*_NAMES, *_PLACES]:
        found = shutil.which(candidate)
        if found:
            return found
    raise CheckerFailed("There is no Chromium or Chrome here. `workbook doctor` says how to install it.")
