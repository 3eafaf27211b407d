"""From a manuscript to a PDF/UA-1 file."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from workbook.compose.manuscript import Manuscript
from workbook.errors import MissingToolError
from workbook.render.archive import claim_accessibility
from workbook.render.binding import bind
from workbook.render.gathering import Gathering, gather
from workbook.render.presses import PANGO, print_apart
from workbook.render.printed import Printed
from workbook.render.rendered import Rendered
from workbook.render.tagging import finish


def render_pdf(manuscript: Manuscript, *, apart: bool = False) -> Rendered:
    """Return the PDF file's bytes, its pages, what the engine warned of, and what looks wrong on the pages.

    More than one gathering is printed by presses; one is only if it is to be ``apart``.

    Raises:
        FindingsError: a page asked for something that it may not have.
        MissingToolError: Pango, on which WeasyPrint stands, is not installed.
    """
    gatherings = gather(manuscript)
    printed = print_apart(gatherings) if apart or len(gatherings) > 1 else [_printed_here(gatherings[0])]
    with bind(printed) as pdf:
        if manuscript.typing:
            from workbook.render.forms.widgets import make_form  # late: slow to load, and few have fields

            make_form(pdf, manuscript.fields, manuscript.typing)
        finish(pdf)
        if manuscript.archive:
            claim_accessibility(pdf)
        data = saved(pdf)
    findings = dict.fromkeys(finding for part in printed for finding in part.findings)
    pages = tuple(page for part in printed for page in part.pages)
    return Rendered(data, tuple(findings), len(pages), pages)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF's bytes: compact, and the same for the same pages."""
    out = BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()


def _printed_here(gathering: Gathering) -> Printed:
    try:
        from workbook.render.printing import print_gathering
    except OSError as error:
        raise MissingToolError(*PANGO) from error
    return print_gathering(gathering)
