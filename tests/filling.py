"""Fill in a page as a client's program would: three programs, each with a library of its own."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium

Entries = Mapping[str, str]
"""By the field's name: the text, the name of the choice, or ``Yes``."""
Filling = Callable[[Path, Path, Entries], None]


def with_pikepdf(source: Path, target: Path, entries: Entries) -> None:
    """Set values alone, as a script does; no appearance is drawn."""
    with pikepdf.open(source) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if (entry := entries.get(str(field.T))) is None:
                continue
            if field.FT == "/Tx":
                field.V = pikepdf.String(entry)
                continue
            field.V = pikepdf.Name(f"/{entry}")
            for widget in field.get("/Kids", [field]):
                widget.AS = field.V if field.V in list(widget.AP.N.keys()) else pikepdf.Name.Off
        pdf.save(target)


def with_mupdf(source: Path, target: Path, entries: Entries) -> None:
    """Type and click as in MuPDF."""
    opened: Any = pymupdf.open
    with opened(source) as pdf:
        for page in pdf:
            for widget in page.widgets():
                entry = entries.get(widget.field_name)
                if entry is None:
                    continue
                raw = widget._annot
                if widget.field_type_string == "Text":
                    pymupdf.mupdf.pdf_set_text_field_value(raw, entry)
                    pymupdf.mupdf.pdf_update_annot(raw)
                elif widget.on_state() == entry:
                    pymupdf.mupdf.pdf_toggle_widget(raw)
        pdf.save(target)


def with_pdfium(source: Path, target: Path, entries: Entries) -> None:
    """Type and click as in Chrome."""
    pdf = pypdfium2.PdfDocument(source)
    pdf.init_forms()
    form = pdf.formenv.raw
    try:
        for number, targets in _places(source, entries).items():
            page = pdf[number]
            for x, y, text in targets:
                pdfium.FORM_OnMouseMove(form, page.raw, 0, x, y)
                pdfium.FORM_OnLButtonDown(form, page.raw, 0, x, y)
                pdfium.FORM_OnLButtonUp(form, page.raw, 0, x, y)
                if text:
                    units = (text + "\0").encode("utf-16-le")
                    wide = ctypes.cast(ctypes.create_string_buffer(units), ctypes.POINTER(ctypes.c_ushort))
                    pdfium.FORM_SelectAllText(form, page.raw)
                    pdfium.FORM_ReplaceSelection(form, page.raw, wide)
                pdfium.FORM_ForceToKillFocus(form)
            page.close()
        pdf.save(target)
    finally:
        pdf.close()


FILLINGS: dict[str, Filling] = {"pikepdf": with_pikepdf, "mupdf": with_mupdf, "pdfium": with_pdfium}


def _places(source: Path, entries: Entries) -> dict[int, list[tuple[float, float, str]]]:
    """Return, by page, the middle of each field that gets an entry, and the text to type there."""
    found: dict[int, list[tuple[float, float, str]]] = {}
    with pikepdf.open(source) as pdf:
        for number, page in enumerate(pdf.pages):
            for widget in page.get("/Annots", []):
                for x, y, text in _place(widget, entries):
                    found.setdefault(number, []).append((x, y, text))
    return found


def _place(widget: pikepdf.Object, entries: Entries) -> Iterator[tuple[float, float, str]]:
    if widget.Subtype != "/Widget":
        return
    entry = entries.get(str(widget.T if "/T" in widget else widget.Parent.T))
    left, bottom, right, top = (float(number) for number in widget.Rect)
    if entry is not None and ("/AS" not in widget or f"/{entry}" in list(widget.AP.N.keys())):
        yield (left + right) / 2, (bottom + top) / 2, "" if "/AS" in widget else entry
