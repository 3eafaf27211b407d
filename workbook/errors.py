"""What can go wrong, as values: where it is, what it is, how to mend it.

**Why** one type for all: syntax, schema, values, templates, engine warnings and files
report alike, so that every face (terminal, editor, CI) prints any of them the same way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path


class ExitCode(IntEnum):
    """What the command's end says to a script."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    MISSING_TOOL = 3
    BUG = 70


class Severity(StrEnum):
    """How much a finding weighs: an error stops a build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every finding's code, never reused. docs/findings.md has a part for each, docs/rules.md for each H."""

    FILE_NOT_FOUND = "F001"
    FILE_NOT_READABLE = "F002"
    FILE_TOO_LARGE = "F003"
    FILE_NOT_UTF8 = "F004"
    FILE_OUTSIDE = "F005"
    DESTINATION = "F006"
    DISK_FULL = "F007"
    FILE_EXISTS = "F008"
    YAML_SYNTAX = "Y001"
    YAML_TAB = "Y002"
    YAML_ALIAS = "Y003"
    YAML_DUPLICATE_KEY = "Y004"
    YAML_TOO_DEEP = "Y005"
    YAML_NOT_A_MAPPING = "Y006"
    YAML_TAG = "Y007"
    UNKNOWN_KEY = "S001"
    MISSING_KEY = "S002"
    WRONG_TYPE = "S003"
    WRONG_VALUE = "S004"
    TOO_LONG = "S005"
    TOO_SHORT = "S006"
    UNKNOWN_ANSWER_KIND = "S007"
    DUPLICATE_ID = "S008"
    ID_NOT_FILE_NAME = "S009"
    UNKNOWN_EXERCISE = "R001"
    UNKNOWN_WORKBOOK = "R002"
    UNKNOWN_COUNTRY = "R003"
    UNKNOWN_THEME = "R004"
    UNKNOWN_LANGUAGE = "R005"
    UNKNOWN_STYLE_NAME = "R006"
    UNKNOWN_EDITION = "R007"
    NAME_TWICE = "R008"
    REPLACES_STOCK = "R009"
    ISBN_WRONG = "D001"
    ISBN_TWICE = "D002"
    LANGUAGE_DIFFERS = "D003"
    COVER_UNUSABLE = "D004"
    PICTURE_SIZE = "D005"
    FILE_NAME_NOT_ASCII = "D006"
    UNKNOWN_SUBJECT = "D007"
    CLAIM_INCOMPLETE = "D008"
    SHOP_REFUSES = "D009"
    UNKNOWN_FAMILY = "D010"
    LETTERS_MISSING = "D011"
    EPUB_UNREADABLE = "X001"
    EPUB_ISBN = "X002"
    EPUB_LANGUAGE = "X003"
    EPUB_TITLES = "X004"
    EPUB_CLAIM = "X005"
    EPUB_CONTENTS = "X006"
    EPUB_PAGE_LIST = "X007"
    EPUB_HEADINGS = "X008"
    EPUB_TABLE = "X009"
    EPUB_DRAWN_WITH_SIGNS = "X010"
    EPUB_HIDDEN_WORDS = "X011"
    EPUB_FIELDS = "X012"
    EPUB_PICTURE = "X013"
    EPUB_GLYPHS = "X014"
    EPUB_FILE_NAME = "X015"
    EPUB_COLOUR = "X016"
    EPUB_CONTROL_CHARACTER = "X017"
    UNKNOWN_VALUE = "V001"
    RAW_HTML = "V002"
    UNSAFE_LINK = "V003"
    MARKDOWN_NOT_ALLOWED = "V004"
    BROKEN_LINK = "V005"
    WORDS_MOVED_ON = "C001"
    EARLIER_NOT_KNOWN = "C002"
    UNKNOWN_PART = "C003"
    PART_GONE = "C004"
    CHANGED_TWICE = "C005"
    SAFETY_STAYS = "C006"
    WRITTEN_FOR_NEWER = "C007"
    EXTENDS_ITSELF = "C008"
    UNKNOWN_SLOT = "K001"
    UNUSED_SLOT = "K002"
    SLOT_OUT_OF_PLACE = "K003"
    MISTYPED_CODE = "K004"
    UNKNOWN_CLIENT = "K005"
    TELLS_TOO_MUCH = "K006"
    UNUSED_CLIENT_SLOT = "K007"
    OTHER_LANGUAGE = "K008"
    CLIENT_FILE_OPEN = "K009"
    EPUB_LEFT_OUT = "K010"
    UNFIT_PASSWORD = "K011"  # noqa: S105 - a finding's code
    LOCKED = "K012"
    NOT_INSPECTABLE = "K013"
    NOT_REMOVED = "K014"
    WHOSE_PERSON = "K015"
    TEMPLATE_SYNTAX = "T001"
    TEMPLATE_FAILED = "T002"
    TEMPLATE_MISSING = "T003"
    ENGINE_WARNING = "E001"
    FETCH_REFUSED = "E002"
    MISSING_GLYPH = "E003"
    NOT_A_PICTURE = "W001"
    PICTURE_MISNAMED = "W002"
    PICTURE_TOO_LARGE = "W003"
    PICTURE_NOT_SAFE = "W004"
    PICTURE_COARSE = "W005"
    LOW_CONTRAST = "W006"
    FONT_MISSING = "W007"
    FONT_UNFIT = "W008"
    SIZE_UNFIT = "W009"
    NOT_IMPOSABLE = "P001"
    ANSWERS_LEFT_OUT = "P002"
    NO_PRACTICE = "M001"
    FILE_MISNAMED = "M002"
    FILE_MISPLACED = "M003"
    TEXT_LOST = "L001"
    TEXT_OVERFLOWS = "L002"
    PAGE_NEARLY_EMPTY = "L003"
    TWO_PAGES_EMPTY = "L004"
    HEADING_AT_FOOT = "L005"
    PROMPT_PARTED = "L006"
    SPLIT = "L007"
    PAPER_TOO_NARROW = "L008"
    WORDS_COVERED = "L009"
    LEAF_SHARED = "L010"
    FIELD_LOST = "A001"
    NO_FORM = "A002"
    FORM_LOCKED = "A003"
    FORM_TOO_LARGE = "A004"
    FOREIGN_FIELDS = "A005"
    FONT_NOT_TYPED = "A006"
    TOO_SLOW = "U001"
    TOO_MUCH_MEMORY = "U002"
    ENGINE_FAILED = "U003"
    TEMPLATE_TOO_MUCH = "U004"
    TOO_MANY_FILES = "U005"
    TEMPLATE_UNSAFE = "U006"
    NOT_READY = "Z001"
    LICENCE_NOT_SAID = "Z002"
    CHECKER_MISSING = "Z003"
    CHECK_FAILED = "Z004"
    RELEASE_DIFFERS = "Z005"
    SUM_DIFFERS = "Z006"
    RELEASE_FILE_GONE = "Z007"
    RELEASE_FILE_EXTRA = "Z008"
    VERDICT_DIFFERS = "Z009"
    NO_RELEASE = "Z010"
    NO_TIME = "Z011"
    PAGE_SIZE = "Z012"
    FINE_PRINT = "Z013"
    FINE_LINE = "Z014"
    NEAR_EDGE = "Z015"
    FONT_LEFT_OUT = "Z016"
    COVER_SIZE = "Z017"
    SHEET_TOO_LONG = "Z018"
    NO_CRISIS_PAGE = "H001"
    CRISIS_OLD = "H002"
    READING_GRADE = "H003"
    SENTENCE_LENGTH = "H004"
    ONE_ACTION = "H005"
    TOO_MANY_ANSWERS = "H006"
    AVOIDED_WORD = "H007"
    STRESS = "H008"
    PROTECTED_NAME = "H009"
    PERSON_NAMED = "H010"
    NO_SAFETY_SCREEN = "H011"
    NO_CONTACT_SENTENCE = "H012"
    NOT_IN_SESSION = "H013"
    CRISIS_NUMBER = "H014"
    UNKNOWN_SEED = "H015"
    LABEL = "H016"
    SHARED_SENTENCE = "H017"
    FIGURE_OF_SPEECH = "H018"
    IGNORE_WITHOUT_REASON = "H019"
    UNUSED_IGNORE = "H020"
    STRONG_FIRST = "H021"
    NEEDS_LATER = "H022"


@dataclass(frozen=True, order=True)
class Span:
    """A place in a file. Lines and columns count from 1."""

    path: Path
    line: int = 1
    column: int = 1

    def shown(self) -> str:
        """Return ``path:line:column``, the path relative to the working folder where it lies below it."""
        return f"{shown_path(self.path)}:{self.line}:{self.column}"


def shown_path(path: Path) -> str:
    """Return a path as a person knows it: relative when it lies below the working folder.

    A link below it is shown under its own name, wherever it leads.
    """
    try:
        here = Path.cwd()
        if ".." not in path.parts and path.absolute().is_relative_to(here):
            return path.absolute().relative_to(here).as_posix()
        return path.resolve().relative_to(here).as_posix()
    except (ValueError, OSError, RuntimeError):
        return str(path)


@dataclass(frozen=True)
class Diagnostic:
    """One finding: a sentence about what is wrong and, as the hint, what to do next."""

    code: Code
    message: str
    hint: str = ""
    span: Span | None = None
    severity: Severity = Severity.ERROR

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order findings as a reader goes through the files."""
        if self.span is None:
            return ("", 0, 0, self.code, self.message)
        return (str(self.span.path), self.span.line, self.span.column, self.code, self.message)


class FindingsError(Exception):
    """The user's files or wishes have mistakes; all that were found, in reading order."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        self.findings = tuple(sorted(findings, key=Diagnostic.sort_key))
        super().__init__("; ".join(f"{f.code} {f.message}" for f in self.findings))


class MissingToolError(Exception):
    """Something that this command needs is not installed; ``mend`` is the command that installs it."""

    exit_code = ExitCode.MISSING_TOOL

    def __init__(self, tool: str, mend: str) -> None:
        self.tool = tool
        self.mend = mend
        super().__init__(f"{tool} is missing. To install it: {mend}")
