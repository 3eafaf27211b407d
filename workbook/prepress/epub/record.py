"""What the package says of the book: identifier, language, titles, claims."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from workbook.errors import Code
from workbook.model.isbn import is_right
from workbook.prepress.epub.fault import Fault
from workbook.prepress.epub.opened import DC, LANG, OPF, XHTML, Element, Opened

_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*"
)
"""BCP 47 as books need it: language, script, region, variants. No language has four letters or more."""
_CONFORMS = (
    re.compile(r"EPUB Accessibility 1\.[12] - WCAG 2\.[0-2] Level A{1,3}"),
    re.compile(r"https?://www\.idpf\.org/epub/a11y/accessibility-20170105\.html#wcag-a{1,3}"),
)


def record_faults(book: Opened) -> Iterator[Fault]:
    """Yield what is wrong with the package's metadata."""
    yield from _identifiers(book)
    yield from _languages(book)
    yield from _titles(book)
    yield from _claims(book)
    for element in book.package.iter(etree.Element):
        if bad := next(
            (c for c in element.text or "" if unicodedata.category(c) == "Cc" and c not in "\t\n\r"), ""
        ):
            name = etree.QName(element).localname
            yield Fault(
                Code.EPUB_CONTROL_CHARACTER,
                f"The package's `{name}` holds the character U+{ord(bad):04X}, which nobody can see.",
                "Type that line of the book's data again; such characters come with pasted text.",
            )


def _meta(book: Opened, name: str) -> list[Element]:
    return [meta for meta in book.package.iter(f"{OPF}meta") if meta.get("property") == name]


def _identifiers(book: Opened) -> Iterator[Fault]:
    numbers = [*book.package.iter(f"{DC}identifier"), *book.package.iter(f"{DC}source")]
    for text in dict.fromkeys((n.text or "").strip() for n in (*numbers, *_meta(book, "pageBreakSource"))):
        number = re.sub(r"^urn:isbn:", "", text, flags=re.IGNORECASE)
        if (number != text or re.fullmatch(r"97[89][\d -]{10,14}", text)) and not is_right(number):
            yield Fault(
                Code.EPUB_ISBN,
                f"The ISBN `{number}` has a wrong check digit, or not thirteen digits.",
                "Compare it with what the agency sent, mend the edition's file, and make the book again.",
            )


def _languages(book: Opened) -> Iterator[Fault]:
    said = [("package", element.text or "") for element in book.package.iter(f"{DC}language")]
    for name, root in book.documents.items():
        said += [
            (name, e.get(key))
            for e in root.iter(f"{XHTML}*")
            for key in (LANG, "lang")
            if e.get(key) is not None
        ]
    if not said:
        yield _no_language("package", "")
    for name, tag in dict.fromkeys(said):
        if not _LANGUAGE.fullmatch(tag.strip()):
            yield _no_language(name, tag)


def _no_language(name: str, tag: str) -> Fault:
    return Fault(
        Code.EPUB_LANGUAGE,
        f"In `{name}` the language `{tag}` is not a language tag, so no voice can be chosen for it.",
        "Use a tag such as `en`, `en-GB` or `pt-BR`.",
    )


def _titles(book: Opened) -> Iterator[Fault]:
    titles = list(book.package.iter(f"{DC}title"))
    main = [t.get("refines") for t in _meta(book, "title-type") if (t.text or "").strip() == "main"]
    if len(titles) > 1 and len(main) != 1:
        yield Fault(
            Code.EPUB_TITLES,
            f"The package has {len(titles)} titles and calls {len(main) or 'none'} of them the main one.",
            "Give one title, and the other as its subtitle.",
        )
    elif main and main[0] != f"#{titles[0].get('id')}":
        yield Fault(
            Code.EPUB_TITLES,
            "The main title is not the first one; many shops take the first.",
            "Put the main title before the subtitle.",
        )


def _claims(book: Opened) -> Iterator[Fault]:
    claims = _meta(book, "dcterms:conformsTo")
    for claim in claims:
        text = " ".join((claim.text or "").split())
        if not any(form.fullmatch(text) for form in _CONFORMS):
            yield Fault(
                Code.EPUB_CLAIM,
                f"The claim `{text[:80]}` is not written as EPUB Accessibility has it, so no shop knows it.",
                "Write it as `EPUB Accessibility 1.1 - WCAG 2.2 Level AA`, or leave it out.",
            )
    if claims and not _meta(book, "a11y:certifiedBy"):
        yield Fault(
            Code.EPUB_CLAIM,
            "The book claims a level of accessibility, but names no one who tested it.",
            "Name who did under `certified_by`, or leave the claim out.",
        )
    hazards = [(h.text or "").strip() for h in _meta(book, "schema:accessibilityHazard")]
    if len(hazards) > 1 and {"none", "unknown"} & set(hazards):
        yield Fault(
            Code.EPUB_CLAIM,
            "The package says that there is no hazard, or none known, and names others beside it.",
            "Keep `none` alone, or list the hazards one by one.",
        )
