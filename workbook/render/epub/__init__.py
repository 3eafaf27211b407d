"""A manuscript as an EPUB 3.3 book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.errors import FindingsError
from workbook.render.epub.access import describe_access, find_pictures
from workbook.render.epub.cover import COVER_STYLE, PICTURE, draw_cover, parse_cover, write_cover_page
from workbook.render.epub.fonts import embed_fonts, find_missing_glyphs
from workbook.render.epub.links import Targets, rewrite_links
from workbook.render.epub.metadata import check_words, derive_identifier, describe_book
from workbook.render.epub.navigation import (
    CONTENTS_STYLE,
    Landmark,
    add_page_list,
    build_nav,
    build_outline,
    write_ncx,
)
from workbook.render.epub.package import (
    CSS_TYPE,
    DOCUMENT_TYPE,
    JPEG_TYPE,
    NCX_TYPE,
    Member,
    write_package,
)
from workbook.render.epub.pagebreaks import mark_pages
from workbook.render.epub.sections import BODY_ROLES, COVER, NAV, divide, is_made_here, make_page, name_files
from workbook.render.epub.statement import Statement
from workbook.render.epub.xhtml import STYLESHEET, Element, parse_section, properties, serialise, texts
from workbook.render.rendered import PrintedPage, Rendered
from workbook.render.stylesheets import read_css, refused_addresses

__all__ = ["render_epub"]

_WORDS = MappingProxyType(
    {
        "contents": "Contents",
        "cover": "Cover",
        "landmarks": "Landmarks",
        "pages": "Pages of the printed book",
        "start_of_content": "Start of content",
        "accessibility_summary": (
            "All text can be read aloud, resized and recoloured; headings and contents lead to every part. "
            "There are no forms to fill in: answers are written in a notebook."
        ),
    }
)


def render_epub(manuscript: Manuscript, pages: Sequence[PrintedPage] = ()) -> Rendered:
    """Return the manuscript as an EPUB file; equal manuscripts and pages give equal bytes.

    ``pages`` are those of the printed book, which the page list then names.

    Raises:
        FindingsError: a link leads nowhere, something outside the book is asked for, or a line of the
            book's data holds control characters.
        MarkupError: a section's markup or the cover is not well-formed.
        ValueError: the manuscript was composed for print, or its section ids cannot be file names.
    """
    if manuscript.medium is not Medium.EPUB:
        raise ValueError("This manuscript was composed for print.")
    manuscript = replace(manuscript, words={**_WORDS, **manuscript.words})
    files = name_files(manuscript)
    roots = {
        section.id: parse_section(section.id, section.markup)
        for section in manuscript.sections
        if not is_made_here(manuscript, section)
    }
    _refuse_mistakes(manuscript, files, roots)
    characters = _characters(manuscript, roots)
    pictures = find_pictures(roots.values(), bool(manuscript.cover))
    outline = build_outline(_contents(manuscript, files))
    nav, contents = build_nav(manuscript, outline, _landmarks(manuscript, files))
    if pages:
        breaks = mark_pages(pages, _marked(manuscript, roots, contents))
        listed = [(mark.label, f"{files[mark.section]}#{mark.id}") for mark in breaks]
        add_page_list(nav, manuscript.words["pages"], listed)
    statements = [
        *describe_book(manuscript, has_pages=bool(pages)),
        *describe_access(manuscript, pictures, has_pages=bool(pages)),
    ]
    if manuscript.cover:
        statements.append(Statement("meta", "", {"name": "cover", "content": "cover-picture"}))
    documents = _documents(manuscript, files, roots, serialise(nav))
    members = [
        *documents,
        Member("ncx", "toc.ncx", NCX_TYPE, write_ncx(manuscript, outline, derive_identifier(manuscript))),
        *_resources(manuscript, frozenset[str]().union(*characters.values())),
    ]
    return Rendered(
        data=write_package(manuscript, statements, members),
        findings=tuple(find_missing_glyphs(manuscript.fonts, characters)),
        extent=len(documents),
    )


def _marked(manuscript: Manuscript, roots: Mapping[str, Element], contents: Element) -> dict[str, Element]:
    """Return the markup that can have marks of pages, in reading order: sections, and the contents."""
    ours = {s.id: contents for s in manuscript.sections if s.role is Role.CONTENTS}
    found = {**roots, **ours}
    return {section.id: found[section.id] for section in manuscript.sections if section.id in found}


def _refuse_mistakes(manuscript: Manuscript, files: Mapping[str, str], roots: Mapping[str, Element]) -> None:
    targets = Targets(files, roots)
    findings = check_words(manuscript)
    pictures = {picture.name for picture in manuscript.pictures}
    for section_id, root in roots.items():
        findings += rewrite_links(section_id, root, targets, pictures)
    findings += refused_addresses(manuscript)
    if findings:
        raise FindingsError(findings)


def _characters(manuscript: Manuscript, roots: Mapping[str, Element]) -> dict[str, frozenset[str]]:
    """Return the characters that are drawn, by the place that draws them."""
    drawn = {f"section {name!r}": frozenset("".join(texts(root))) for name, root in roots.items()}
    headings = [manuscript.words["contents"], *(section.title for section in manuscript.sections)]
    drawn["the contents"] = frozenset("".join(headings))
    drawn["the stylesheet"] = frozenset(read_css(manuscript.stylesheet)[0])
    if manuscript.cover:
        drawn["the cover"] = frozenset("".join(texts(parse_cover(manuscript.cover))))
    return drawn


def _contents(manuscript: Manuscript, files: Mapping[str, str]) -> list[tuple[int, str, str]]:
    """Return the lines of the contents; a book that lists nothing still needs one."""
    pages = [section for section in manuscript.sections if section.role not in {Role.CONTENTS, Role.COVER}]
    listed = [section for section in pages if section.level > 0] or pages[:1]
    if not listed:
        raise ValueError("The manuscript has no section that a reader could open.")
    return [(section.level, section.title, files[section.id]) for section in listed]


def _landmarks(manuscript: Manuscript, files: Mapping[str, str]) -> list[Landmark]:
    words = manuscript.words
    marks = [Landmark("cover", words["cover"], COVER)] if manuscript.cover else []
    marks.append(Landmark("toc", words["contents"], NAV))
    start = next((section for section in manuscript.sections if section.role in BODY_ROLES), None)
    if start is not None:
        marks.append(Landmark("bodymatter", words["start_of_content"], files[start.id]))
    return marks


def _documents(
    manuscript: Manuscript, files: Mapping[str, str], roots: Mapping[str, Element], nav: bytes
) -> list[Member]:
    """Return the documents in reading order.

    The contents stand where the manuscript has them, else after the title page, else first.
    """
    pages = []
    for section, division in zip(manuscript.sections, divide(manuscript.sections), strict=True):
        if section.id in roots:
            html = make_page(manuscript, section, roots[section.id], division)
            pages.append(
                _document(f"section-{section.id}", files[section.id], serialise(html), *properties(html))
            )
        elif files[section.id] == NAV:
            pages.append(_document("nav", NAV, nav, "nav"))
    if NAV not in files.values():
        titles = [section.role for section in manuscript.sections if section.id in roots]
        at = titles.index(Role.TITLE_PAGE) + 1 if Role.TITLE_PAGE in titles else 0
        pages.insert(at, _document("nav", NAV, nav, "nav"))
    if manuscript.cover:
        pages.insert(0, _document("cover", COVER, write_cover_page(manuscript)))
    return pages


def _document(member_id: str, name: str, data: bytes, *having: str) -> Member:
    return Member(member_id, name, DOCUMENT_TYPE, data, having, in_spine=True)


def _resources(manuscript: Manuscript, characters: frozenset[str]) -> list[Member]:
    fonts, rules = embed_fonts(manuscript.fonts, characters)
    style = rules + CONTENTS_STYLE + (COVER_STYLE if manuscript.cover else "") + manuscript.stylesheet
    resources = [Member("stylesheet", STYLESHEET, CSS_TYPE, style.encode())]
    if manuscript.cover:
        picture = draw_cover(manuscript)
        resources.append(Member("cover-picture", PICTURE, JPEG_TYPE, picture, ("cover-image",)))
    resources += [
        Member(f"picture-{number}", picture.name, picture.media_type, picture.data)
        for number, picture in enumerate(manuscript.pictures, 1)
    ]
    resources += [
        Member(f"font-{number}", font.name, font.media_type, font.data)
        for number, font in enumerate(fonts, 1)
    ]
    return resources
