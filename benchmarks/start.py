"""How soon `workbook --help` stands there, against importing Click alone: python -m benchmarks.start."""

from __future__ import annotations

import sys

from benchmarks.timing import compare

if __name__ == "__main__":
    compare(
        "workbook --help",
        [sys.executable, "-m", "workbook", "--help"],
        "import click",
        [sys.executable, "-c", "import click"],
        runs=15,
    )
