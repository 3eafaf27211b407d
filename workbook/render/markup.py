"""A manuscript as the HTML that the PDF engine lays out."""

from __future__ import annotations

from html import escape

from workbook.compose.manuscript import FontFace, Manuscript

_STRINGS = ("book", "of", "crisis", "from")
"""The names that page heads and feet print; the document's body has their values."""


def document(manuscript: Manuscript) -> str:
    """Return the whole book as one HTML document, styles and all."""
    words = manuscript.words
    crisis = f"{words['crisis']}\n" if "crisis" in words else ""
    name = f"{words['from']} · " if words.get("from") else ""
    strings = (manuscript.title, words["page_of"], crisis, name)
    data = " ".join(f'data-{n}="{escape(value)}"' for n, value in zip(_STRINGS, strings, strict=True))
    stamp = f"{manuscript.date.isoformat()}T00:00:00Z"
    meta = {
        "author": manuscript.creator,
        "description": manuscript.description,
        "dcterms.created": stamp,
        "dcterms.modified": stamp,
    }
    head = "".join(f'<meta name="{k}" content="{escape(v)}"/>' for k, v in meta.items() if v)
    sections = "\n".join(section.markup for section in manuscript.sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{manuscript.language}" dir="{manuscript.direction}"><head>'
        f'<meta charset="utf-8"/><title>{escape(manuscript.title)}</title>{head}'
        f"<style>{style_before(manuscript)}{manuscript.stylesheet}</style></head>"
        f"<body {data}>\n{manuscript.letterhead}{sections}\n</body></html>\n"
    )


def style_before(manuscript: Manuscript) -> str:
    """Return the styles that stand before the theme's."""
    faces = "".join(f"{font_face(face)}\n" for face in manuscript.fonts)
    return f"{faces}body {{ string-set: {', '.join(f'{name} attr(data-{name})' for name in _STRINGS)} }}\n"


def font_face(face: FontFace) -> str:
    """Return the CSS rule that brings a face."""
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f'font-style: {face.style}; src: url("{face.path.as_uri()}") }}'
    )
