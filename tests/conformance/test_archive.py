"""A PDF for an archive is PDF/A-2a and PDF/UA-1 at once; an ordinary one does not say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checkers import outloud
from tests.conftest import Built, built_once
from tests.poppler import tool
from workbook.compose.handout import compose_handout
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.workbook import Variant
from workbook.release.checkers import page_validation, verapdf
from workbook.theme.lookup import Theme

pytestmark = pytest.mark.xdist_group("verapdf")


@pytest.fixture(scope="module")
def archived(shared: Path, sample: Book, every_kind: Exercise, calm: Theme) -> Built:
    reader = Reader(archive=True)
    handout = compose_handout(every_kind, Variant.FULL, sample.countries, sample.locale, calm, reader)
    return built_once(shared, "every-kind-archive", handout)


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_takes_it_for_both(archived: Built, flavour: str) -> None:
    assert archived.findings == ()
    assert verapdf.check_pdf(archived.path, flavour) == []


def test_the_other_judges_find_nothing(archived: Built) -> None:
    for judge in (page_validation, outloud):
        assert judge.check_pdfs([archived.path]) == {archived.path: []}


def test_an_ordinary_one_is_no_archive(every_kind_pdf: Built) -> None:
    assert verapdf.check_pdf(every_kind_pdf.path, "2a") != []


def test_its_words_are_those_of_the_ordinary_one(archived: Built, every_kind_pdf: Built) -> None:
    ours, theirs = (
        tool("pdftotext", "-layout", str(built.path), "-") for built in (archived, every_kind_pdf)
    )
    assert ours == theirs
