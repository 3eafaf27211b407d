"""What every house rule is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Generic, TypeVar

from pydantic import BaseModel

from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity, Span
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.workbook import Workbook

T_contra = TypeVar("T_contra", bound=BaseModel, contravariant=True)


class Rule(ABC, Generic[T_contra]):
    """One rule: its code, its heading in docs/rules.md, and the sorts of file that it is ``about``."""

    code: ClassVar[Code]
    title: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    about: ClassVar[tuple[type[BaseModel], ...]]

    @abstractmethod
    def check(self, subject: Subject[T_contra]) -> Iterator[Diagnostic]:
        """Yield what a file has that the rule does not want."""

    def finding(self, message: str, hint: str, span: Span, severity: Severity | None = None) -> Diagnostic:
        """Return a finding of this rule."""
        return Diagnostic(self.code, message, hint, span, severity or self.severity)


class WordingRule(Rule[BaseModel]):
    """A rule about words, wherever people read them."""

    about = (Exercise, Workbook, Locale)


class ExerciseRule(Rule[Exercise]):
    """A rule about exercises."""

    about = (Exercise,)
