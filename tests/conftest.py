"""What tests share: the stock library, and the sample workbook built once for all workers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from filelock import FileLock
from pydantic import TypeAdapter

from workbook.compose.book import compose_book
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.reader import Audience, Reader
from workbook.model.answers import Block
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.page import PAPERS
from workbook.model.workbook import Variant
from workbook.render.epub import render_epub
from workbook.render.pdf import render_pdf
from workbook.render.rendered import PrintedPage
from workbook.source.library import Library
from workbook.source.loading import load
from workbook.theme.lookup import Theme, Themes

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Built:
    """A built file and what the engine said of it."""

    path: Path
    extent: int
    findings: tuple[str, ...]
    pages: tuple[PrintedPage, ...] = ()


@pytest.fixture(scope="session")
def library() -> Library:
    """The stock library."""
    return Library.stock()


@pytest.fixture(scope="session")
def sample(library: Library) -> Book:
    """The sample workbook with all that it names."""
    return library.book("speaking-up")


@pytest.fixture(scope="session")
def complete(library: Library) -> Book:
    """The workbook of all exercises."""
    return library.book("complete")


@pytest.fixture(scope="session")
def calm() -> Theme:
    """The default theme."""
    return Themes().find("calm")


@pytest.fixture(scope="session")
def english(library: Library) -> Locale:
    """The English words."""
    return library.locale("en").value


@pytest.fixture(scope="session")
def plain_sheet() -> Exercise:
    """A small exercise of the tests' own."""
    return load(FIXTURES / "plain-sheet.yaml", Exercise).value


@pytest.fixture(scope="session")
def every_kind(plain_sheet: Exercise) -> Exercise:
    """The same with one block of every answer kind, far more than a real sheet may have."""
    data = yaml.safe_load((FIXTURES / "every-kind.yaml").read_text(encoding="utf-8"))
    return plain_sheet.model_copy(update={"blocks": TypeAdapter(tuple[Block, ...]).validate_python(data)})


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


Build = Callable[..., Built]


@pytest.fixture(scope="session")
def build(shared: Path, sample: Book, calm: Theme) -> Build:
    """Build the sample for a reader and a medium; each combination once in the whole run."""

    def built(medium: Medium, audience: Audience = Audience.CLIENT, paper: str = "a4") -> Built:
        manuscript = compose_book(sample, calm, Reader(audience, PAPERS[paper]), medium)
        return built_once(shared, f"sample-{audience}-{paper}", manuscript)

    return built


def built_once(shared: Path, name: str, manuscript: Manuscript, pages: tuple[PrintedPage, ...] = ()) -> Built:
    """Render a manuscript into the shared folder unless another test has; an EPUB with a print's pages."""
    path = shared / f"{name}.{'epub' if manuscript.medium is Medium.EPUB else 'pdf'}"
    facts = path.with_suffix(path.suffix + ".json")
    with FileLock(f"{path}.lock"):
        if not facts.exists():
            is_epub = manuscript.medium is Medium.EPUB
            rendered = render_epub(manuscript, pages) if is_epub else render_pdf(manuscript)
            path.write_bytes(rendered.data)
            said = [finding.message for finding in rendered.findings]
            printed = TypeAdapter(tuple[PrintedPage, ...]).dump_python(rendered.pages)
            facts.write_text(json.dumps([rendered.extent, said, printed]), encoding="utf-8")
    extent, said, printed = json.loads(facts.read_text(encoding="utf-8"))
    return Built(path, extent, tuple(said), TypeAdapter(tuple[PrintedPage, ...]).validate_python(printed))


@pytest.fixture(scope="session")
def sample_pdf(build: Build) -> Built:
    """The sample workbook as PDF: client, A4."""
    return build(Medium.PRINT)


@pytest.fixture(scope="session")
def every_kind_pdf(shared: Path, sample: Book, every_kind: Exercise, calm: Theme) -> Built:
    """The sheet with every answer kind as a handout of its own."""
    handout = compose_handout(every_kind, Variant.FULL, sample.countries, sample.locale, calm, Reader())
    return built_once(shared, "every-kind", handout)


@pytest.fixture(scope="session")
def every_kind_fillable(shared: Path, sample: Book, every_kind: Exercise, calm: Theme) -> Built:
    """The same, to be filled in on a screen."""
    reader = Reader(fillable=True)
    handout = compose_handout(every_kind, Variant.FULL, sample.countries, sample.locale, calm, reader)
    return built_once(shared, "every-kind-fillable", handout)


@pytest.fixture(scope="session")
def sample_fillable(shared: Path, sample: Book, calm: Theme) -> Built:
    """The sample workbook, to be filled in on a screen."""
    manuscript = compose_book(sample, calm, Reader(fillable=True), Medium.PRINT)
    return built_once(shared, "sample-fillable", manuscript)


@pytest.fixture(scope="session")
def sample_epub(build: Build) -> Built:
    """The sample workbook as EPUB."""
    return build(Medium.EPUB)
