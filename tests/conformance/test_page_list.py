"""The e-book's page list agrees with the printed book of the same edition, page by page."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Built, built_once
from tests.pagelist import assert_same_pages, stretches
from workbook.compose.edition import compose_edition
from workbook.compose.manuscript import Medium
from workbook.model.book import Book
from workbook.prepress.epub import preflight_epub
from workbook.release.checkers import ace
from workbook.release.checkers.epubcheck import check_epub
from workbook.source.library import Library
from workbook.theme.lookup import Theme


@pytest.fixture(scope="module")
def edition(library: Library, sample: Book, calm: Theme, shared: Path) -> tuple[Built, Built]:
    plan = library.edition("speaking-up").value
    pdf = built_once(shared, "edition", compose_edition(plan, sample, calm, Medium.PRINT))
    epub = compose_edition(plan, sample, calm, Medium.EPUB)
    return pdf, built_once(shared, "edition", epub, pdf.pages)


def test_every_page_is_the_same(edition: tuple[Built, Built]) -> None:
    pdf, epub = edition
    assert_same_pages(pdf.path, epub.path)
    assert len(stretches(epub.path)) == pdf.extent


def test_the_edition_passes_preflight_epubcheck_and_ace(edition: tuple[Built, Built]) -> None:
    _, epub = edition
    assert preflight_epub(epub.path) == []
    assert [m for m in check_epub(epub.path) if m.code != "CSS-028"] == []
    assert ace.check_epub(epub.path) == []


def test_a_mark_in_the_wrong_place_is_noticed(edition: tuple[Built, Built], tmp_path: Path) -> None:
    pdf, epub = edition
    moved = tmp_path / "moved.epub"
    with zipfile.ZipFile(epub.path) as old, zipfile.ZipFile(moved, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("/boundary-where.xhtml"):
                mark = re.search(rb'<span id="folio-8"[^>]*></span>', data)
                assert mark
                data = data.replace(mark[0], b"").replace(b"keeps coming", mark[0] + b"keeps coming", 1)
            new.writestr(name, data)
    with pytest.raises(AssertionError, match="'8'"):
        assert_same_pages(pdf.path, moved)
