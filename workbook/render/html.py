"""From a manuscript to one HTML page that needs nothing beside it."""

from __future__ import annotations

from html import escape

from workbook.compose.manuscript import Manuscript
from workbook.errors import FindingsError
from workbook.render.rendered import Rendered
from workbook.render.stylesheets import refused_addresses


def render_html(manuscript: Manuscript) -> Rendered:
    """Return the manuscript as one file; its fonts are the reader's own.

    Raises:
        FindingsError: its stylesheet asks for something outside the file.
    """
    if findings := list(refused_addresses(manuscript)):
        raise FindingsError(findings)
    sections = "\n".join(section.markup for section in manuscript.sections)
    text = (
        f'<!DOCTYPE html>\n<html lang="{manuscript.language}" dir="{manuscript.direction}"><head>'
        '<meta charset="utf-8"/><meta name="viewport" content="width=device-width"/>'
        f"<title>{escape(manuscript.title)}</title><style>\n{manuscript.stylesheet}</style></head>"
        f"<body>\n{sections}\n</body></html>\n"
    )
    return Rendered(text.encode(), (), 1)
