"""The cover: a JPEG for shops and shelves, and a page of its own that opens the book."""

from __future__ import annotations

import io

import resvg_py
from lxml import etree  # type: ignore[import-untyped]
from PIL import Image

from workbook.compose.manuscript import Manuscript
from workbook.render.epub.xhtml import TYPE, XLINK, Element, MarkupError, add, serialise, start_page

PICTURE = "cover.jpg"
COVER_STYLE = (
    "body.cover{margin:0;padding:0;text-align:center}\nbody.cover img{max-width:100%;max-height:100vh}\n"
)

_WIDTH = 1600
_QUALITY = 88


def parse_cover(svg: str) -> Element:
    """Return the cover's root element.

    Raises:
        MarkupError: the cover is not well-formed, or draws on something outside itself.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    try:
        root = etree.fromstring(svg.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise MarkupError(f"The cover is not well-formed XML: line {error.position[0]}.") from None
    for element in root.iter("{*}*"):
        for name in ("href", f"{{{XLINK}}}href"):
            if not element.get(name, "#").startswith(("#", "data:image/")):
                raise MarkupError("The cover draws on a file outside itself.")
    return root


def draw_cover(manuscript: Manuscript) -> bytes:
    """Return the cover as JPEG: the edition's own picture, or the theme's, 1600 pixels wide.

    The theme's is drawn in the book's own fonts and no others.
    """
    if manuscript.cover_picture:
        return _as_jpeg(Image.open(io.BytesIO(manuscript.cover_picture)))
    family = manuscript.fonts[0].family if manuscript.fonts else None
    png = resvg_py.svg_to_bytes(
        svg_string=manuscript.cover,
        width=_WIDTH,
        skip_system_fonts=True,
        font_files=[str(face.path) for face in manuscript.fonts],
        font_family=family,
        serif_family=family,
        sans_serif_family=family,
    )
    return _as_jpeg(Image.open(io.BytesIO(png)))


def _as_jpeg(picture: Image.Image) -> bytes:
    """Return a picture on white, with nothing but its pixels.

    **Why** nothing else: a camera writes into its pictures where and when they were taken, and with what.
    """
    drawn = picture.convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    buffer = io.BytesIO()
    Image.alpha_composite(paper, drawn).convert("RGB").save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return buffer.getvalue()


def write_cover_page(manuscript: Manuscript) -> bytes:
    """Return ``cover.xhtml``: the picture, and the book's title for those who do not see it."""
    html, body = start_page(manuscript.words["cover"], manuscript.language, manuscript.direction, "cover")
    body.set("class", "cover")
    alt = f"{manuscript.title}. {manuscript.subtitle}" if manuscript.subtitle else manuscript.title
    picture = add(body, "img", src=PICTURE, alt=alt, role="doc-cover")
    picture.set(TYPE, "cover")
    return serialise(html)
