"""Words that a rule looks for, as a table: what is written, what to write, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Entry:
    """``written`` is a regular expression for whole words in any case; ``instead`` completes "Write …"."""

    written: str
    instead: str
    why: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The words with nothing of a word before and after; apostrophes may be straight or curly.

        Compiled when a text is first judged: most commands judge none.
        """
        words = self.written.replace("'", "['’]").replace(" ", r"\s+")
        return re.compile(rf"(?<![\w’'-])(?:{words})(?![\w-])", re.IGNORECASE)
