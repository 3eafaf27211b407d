"""What a rule looks at: a file's value, its places, and what stands around it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel

from workbook.editorial.reading.passages import Passage, Sheet, passages
from workbook.errors import Span
from workbook.model.text import Location
from workbook.source.document import Written
from workbook.source.library import Library
from workbook.source.loading import Loaded

T_co = TypeVar("T_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Subject(Generic[T_co]):
    """A file that is well in itself; ``library`` is what it can be compared with."""

    loaded: Loaded[T_co]
    library: Library
    today: dt.date

    @property
    def value(self) -> T_co:
        """What the file says."""
        return self.loaded.value

    @property
    def document(self) -> Written:
        """Where the file says it."""
        return self.loaded.document

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the file that someone reads."""
        return tuple(passages(self.value))

    @cached_property
    def client_passages(self) -> tuple[Passage, ...]:
        """The texts that are printed in a client's copy."""
        return tuple(passage for passage in self.passages if passage.for_client)

    def client_sheets(self) -> tuple[Sheet, ...]:
        """Return the sheets of the file that a client reads."""
        return tuple(dict.fromkeys(passage.sheet for passage in self.client_passages))

    def span(self, location: Location) -> Span:
        """Return the place of a value."""
        return self.document.span(location)

    def span_within(self, passage: Passage, start: int, end: int) -> Span:
        """Return the place of a part of a text."""
        words = passage.text[start:end]
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        before = sum(1 for _ in pattern.finditer(passage.text, 0, start))
        return self.document.span_of(passage.location, words, before)
