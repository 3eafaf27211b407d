"""What an edition's file may get wrong beyond its shape: numbers, names, codes, its cover's picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbook.errors import Code, Diagnostic, FindingsError, Severity
from workbook.model.edition import Edition
from workbook.model.isbn import check_digit, digits, is_right
from workbook.source.library import Library
from workbook.source.loading import Loaded
from workbook.source.papers import too_narrow
from workbook.source.pictures.measuring import NoPictureError, measure_picture
from workbook.source.shelves import WORKBOOKS

MOST_PIXELS = 5_600_000
"""Apple Books refuses a book with a larger picture (Apple Books Asset Guide, “Images”, seen 2026-11-22)."""
LEAST_SIDE = 1400
"""Pixels of a cover's shorter side under which shops ask for a better one (the same guide)."""

# The first three letters of BISAC codes, each a field of its own (Book Industry Study Group, 2024 edition).
_BISAC = (
    "ANT ARC ART BIB BIO BUS CGN CKB COM CRA DES DRA EDU FAM FIC FOR GAM GAR HEA HIS HOM HUM JNF JUV LAN LAW "
    "LCO LIT MAT MED MUS NAT NON OCC PER PET PHI PHO POE POL PSY REF REL SCI SEL SOC SPO STU TEC TRA TRU TRV "
    "YAF YAN"
)
# The letters that Thema's subjects begin with; digits begin its qualifiers (EDItEUR, Thema 1.6).
_THEMA = "ACDFGJKLMNPQRSTUVWXY123456"


def edition_mistakes(edition: Loaded[Edition], library: Library) -> list[Diagnostic]:
    """Return what is wrong with an edition that is well in its shape."""
    return [
        *_workbook(edition, library),
        *_isbns(edition),
        *_subjects(edition),
        *_claims(edition),
        *_cover(edition),
        *too_narrow(edition),
    ]


def cover_path(edition: Loaded[Edition]) -> Path | None:
    """Return where an edition's own cover picture lies: named from the folder that holds ``editions``."""
    name = edition.value.cover
    return None if name is None else cover_root(edition) / name


def cover_root(edition: Loaded[Edition]) -> Path:
    """Return the folder that an edition's cover picture is named from, and must lie in."""
    return edition.path.absolute().parent.parent


def _workbook(edition: Loaded[Edition], library: Library) -> Iterator[Diagnostic]:
    value, document = edition.value, edition.document
    if not library.has(WORKBOOKS, value.workbook):
        yield library.lost(WORKBOOKS, value.workbook, document.span(("workbook",)))
        return
    try:
        plan = library.workbook(value.workbook).value
    except FindingsError:
        return  # the workbook's own file says what is wrong with it
    if value.language is not None and value.language.split("-")[0] != plan.language.split("-")[0]:
        yield Diagnostic(
            Code.LANGUAGE_DIFFERS,
            f"The edition says `{value.language}`, but the workbook `{plan.id}` is in `{plan.language}`.",
            f"Write `{plan.language}`, or a closer tag that begins with it; or leave the key out.",
            document.span(("language",)),
        )


def _isbns(edition: Loaded[Edition]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for form, isbn in edition.value.isbn.model_dump(exclude_none=True).items():
        span = edition.document.span(("isbn", form))
        if not is_right(isbn):
            yield Diagnostic(
                Code.ISBN_WRONG,
                f"The ISBN `{isbn}` cannot be right: after these twelve digits the last one is "
                f"{check_digit(isbn)}, not {digits(isbn)[-1]}.",
                "Compare it with what the agency sent; often two digits have changed places.",
                span,
            )
        if digits(isbn) in seen:
            yield Diagnostic(
                Code.ISBN_TWICE,
                f"The ISBN `{isbn}` stands for `{seen[digits(isbn)]}` already.",
                "Each form of a book needs an ISBN of its own; leave the key out until you have one.",
                span,
            )
        seen.setdefault(digits(isbn), form)


def _subjects(edition: Loaded[Edition]) -> Iterator[Diagnostic]:
    subjects = edition.value.subjects
    for scheme, codes, fields, length in (
        ("bisac", subjects.bisac, frozenset(_BISAC.split()), 3),
        ("thema", subjects.thema, frozenset(_THEMA), 1),
    ):
        for position, code in enumerate(codes):
            if code[:length] not in fields:
                yield Diagnostic(
                    Code.UNKNOWN_SUBJECT,
                    f"No subject of the scheme `{scheme}` begins with `{code[:length]}`.",
                    "Look the code up: BISAC at bisg.org, Thema at ns.editeur.org/thema. "
                    "Only its beginning is checked here.",
                    edition.document.span(("subjects", scheme, position)),
                )


def _claims(edition: Loaded[Edition]) -> Iterator[Diagnostic]:
    claims, span = edition.value.accessibility, edition.document.span

    def incomplete(key: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(Code.CLAIM_INCOMPLETE, message, hint, span(("accessibility", key)))

    if claims.conforms_to and not claims.certified_by:
        yield incomplete(
            "conforms_to",
            "The edition claims a level of accessibility, but no one stands behind the claim.",
            "Name who tested the finished book under `certified_by`, or take the claim out.",
        )
    for key in ("certified_by", "certifier_credential", "certifier_report"):
        if getattr(claims, key) and not claims.conforms_to:
            yield incomplete(
                key, f"`{key}` stands without a claim.", "Say what was certified under `conforms_to`."
            )
    if len(claims.hazards) > 1 and {"none", "unknown"} & set(claims.hazards):
        yield incomplete(
            "hazards",
            "`none` and `unknown` speak for all hazards, so they stand alone.",
            "Keep that one, or list the hazards one by one.",
        )


def _cover(edition: Loaded[Edition]) -> Iterator[Diagnostic]:
    name, path = edition.value.cover, cover_path(edition)
    if name is None or path is None:
        return
    span = edition.document.span(("cover",))
    if not name.isascii():
        message = f"The picture's name `{name}` has letters that some shops cannot store."
        hint = "Rename the file with letters a–z, digits and hyphens."
        yield Diagnostic(Code.FILE_NAME_NOT_ASCII, message, hint, span)
        return
    root = cover_root(edition)
    try:
        picture = measure_picture(path, root)
    except NoPictureError as reason:
        message = f"The cover's picture `{name}` cannot be used: {reason}."
        hint = "Name a JPEG or PNG file from the folder that holds `editions`, or take the line out."
        yield Diagnostic(Code.COVER_UNUSABLE, message, hint, span)
        return
    size = f"{picture.width} × {picture.height} pixels"
    if picture.width * picture.height > MOST_PIXELS:
        message = f"The cover's picture has {size}; more than 5.6 million in all are refused by Apple Books."
        yield Diagnostic(Code.PICTURE_SIZE, message, "Save it smaller: 1600 × 2560 is right.", span)
    elif min(picture.width, picture.height) < LEAST_SIDE:
        message = f"The cover's picture has {size}; Apple Books wants {LEAST_SIDE} on the shorter side."
        hint = "Save it larger from the original: 1600 × 2560 is right."
        yield Diagnostic(Code.PICTURE_SIZE, message, hint, span, Severity.WARNING)
