"""What each section is called in EPUB's own terms, its file, and its document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from workbook.compose.manuscript import Manuscript, Role, Section
from workbook.render.epub.xhtml import TYPE, Element, start_page

NAV = "nav.xhtml"
COVER = "cover.xhtml"

BODY_ROLES = frozenset({Role.PART, Role.EXERCISE, Role.THERAPIST_NOTES})

# epub:type and DPUB-ARIA role, where the vocabularies have a word for it.
_TERMS = MappingProxyType(
    {
        Role.COVER: ("cover", ""),
        Role.TITLE_PAGE: ("titlepage", ""),
        Role.HOW_TO_USE: ("introduction", "doc-introduction"),
        Role.WRITING_IN_EBOOK: ("preface", "doc-preface"),
        Role.PART: ("part", "doc-part"),
        Role.EXERCISE: ("chapter", "doc-chapter"),
        Role.CRISIS: ("appendix", "doc-appendix"),
        Role.SOURCES: ("bibliography", "doc-bibliography"),
        Role.COLOPHON: ("colophon", "doc-colophon"),
    }
)
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")


def is_made_here(manuscript: Manuscript, section: Section) -> bool:
    """Tell whether a page of our own stands for the section: the contents, and the cover with a picture."""
    return section.role is Role.CONTENTS or (section.role is Role.COVER and bool(manuscript.cover))


def name_files(manuscript: Manuscript) -> dict[str, str]:
    """Return each section's file name, by its id.

    The contents are ``nav.xhtml``; a section that is a cover is the cover's own page where there is a
    cover picture.

    Raises:
        ValueError: an id cannot be a file name, or two sections would share a file.
    """
    files: dict[str, str] = {}
    taken = {NAV, COVER} if manuscript.cover else {NAV}
    for section in manuscript.sections:
        if section.id in files:
            raise ValueError(f"Two sections have the id {section.id!r}.")
        if is_made_here(manuscript, section):
            files[section.id] = NAV if section.role is Role.CONTENTS else COVER
            continue
        file = f"{section.id}.xhtml"
        if not _ID.fullmatch(section.id) or file.lower() in taken:
            raise ValueError(f"The section id {section.id!r} cannot be a file name in this book.")
        taken.add(file.lower())
        files[section.id] = file
    return files


def divide(sections: Sequence[Section]) -> list[str]:
    """Return for each section whether it is front, body or back matter: by its place, not its role.

    **Why.** A crisis page is as often the first thing in a book as the last. A book without exercises
    is all body.
    """
    body = [index for index, section in enumerate(sections) if section.role in BODY_ROLES]
    first, last = (body[0], body[-1]) if body else (0, len(sections))
    return [
        "frontmatter" if index < first else "backmatter" if index > last else "bodymatter"
        for index in range(len(sections))
    ]


def make_page(manuscript: Manuscript, section: Section, markup: Element, division: str) -> Element:
    """Return the section's document; terms that its markup already has are kept."""
    html, body = start_page(section.title, manuscript.language, manuscript.direction, division)
    term, role = _TERMS.get(section.role, ("", ""))
    if term and TYPE not in markup.attrib:
        markup.set(TYPE, term)
        if role and "role" not in markup.attrib:
            markup.set("role", role)
    body.append(markup)
    return html
