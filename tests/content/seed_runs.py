"""Runs of words of the five seed texts, kept as hashes: enough to find a copy, too little to hold one.

``python -m tests.content.seed_runs FOLDER`` (or ``scripts/hash-seeds FOLDER``) writes them anew.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

LENGTH = 7
"""Words in a run. So many words alike in a row are hardly ever chance (issue 3, "Copying")."""
DIGITS = 12
"""Hexadecimal digits kept of a hash: among all the words of the library the odds of a false alarm are one in
a million."""
KEPT = Path(__file__).with_name("seed-runs.txt")

_NOT = re.compile(r"n['’]t\b")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words without capitals and punctuation; contractions come apart as in the seeds."""
    return _WORD.findall(_NOT.sub(" nt", text.casefold()))


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the hash of each run of words, and the run."""
    found = words(text)
    for start in range(len(found) - LENGTH + 1):
        run = " ".join(found[start : start + LENGTH])
        yield hashlib.sha256(run.encode()).hexdigest()[:DIGITS], run


def hashed(folder: Path) -> list[str]:
    """Return the hashes of a folder's texts, in order."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    return sorted({digest for text in texts for digest, _ in runs(text)})


def kept() -> frozenset[str]:
    """Return the hashes that the repository keeps."""
    return frozenset(KEPT.read_text(encoding="utf-8").split())


def copied(text: str, seeds: Iterable[str]) -> list[str]:
    """Return the runs of a text that stand in the seeds too."""
    known = frozenset(seeds)
    return [run for digest, run in runs(text) if digest in known]


def main(arguments: list[str]) -> int:
    """Write the hashes of the folder that is named."""
    if len(arguments) != 1 or not (folder := Path(arguments[0])).is_dir():
        sys.stderr.write("Use: scripts/hash-seeds FOLDER\n")
        return 2
    found = hashed(folder)
    if not found:
        sys.stderr.write("There is no text (*.txt) in that folder; nothing is changed.\n")
        return 1
    KEPT.write_text("\n".join(found) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(found)} runs of {LENGTH} words are kept.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
