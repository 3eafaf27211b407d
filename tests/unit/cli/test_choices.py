"""Each choice of paper, profile, sides and ink is there on the pages, as Poppler sees them."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import chdir
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image, ImageChops

from tests.poppler import Page, pages, tool
from tests.unit.cli.conftest import FILES, ROOT, Run, invoke
from workbook.compose.reader import Audience
from workbook.model.page import PAPERS, PROFILES, Ink, Sides

INCH = 25.4
SIZES = {
    "a4": (210, 297),
    "letter": (8.5 * INCH, 11 * INCH),
    "a5": (148, 210),
    "half-letter": (5.5 * INCH, 8.5 * INCH),
    "6x9in": (6 * INCH, 9 * INCH),
    "7x10in": (7 * INCH, 10 * INCH),
    "8x10in": (8 * INCH, 10 * INCH),
    "8.5x11in": (8.5 * INCH, 11 * INCH),
}
Handout = Callable[..., Path]


class Colours(NamedTuple):
    """How much of a page is coloured, and how much tinted: neither white nor dark."""

    coloured: int
    tinted: int


@pytest.fixture(scope="module")
def handout(tmp_path_factory: pytest.TempPathFactory) -> Handout:
    """Make the small project's exercise alone, as wished; each wish once."""
    made = dict[tuple[str, ...], Path]()

    def handed(*wishes: str) -> Path:
        if wishes not in made:
            folder = tmp_path_factory.mktemp("handout")
            with chdir(FILES):
                result = invoke("handout", "a-good-hour", "--dest", str(folder), *wishes)
            assert result.exit_code == 0, result.output
            (made[wishes],) = folder.iterdir()
        return made[wishes]

    return handed


def height(page: Page, text: str) -> float:
    return next(word.bottom - word.top for word in page.words if word.text == text)


def top(page: Page, *text: str) -> float:
    words = [word.text for word in page.words]
    place = next(n for n in range(len(words)) if words[n : n + len(text)] == list(text))
    return page.words[place].top


def left(page: Page) -> float:
    return min(word.left for word in page.words)


def colours(pdf: Path) -> Colours:
    tool("pdftoppm", "-r", "50", "-png", "-singlefile", str(pdf), str(pdf.with_suffix("")))
    with Image.open(pdf.with_suffix(".png")) as picture:
        red, green, blue = picture.convert("RGB").split()
        grey = picture.convert("L").histogram()
    apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    pdf.with_suffix(".png").unlink()
    return Colours(sum(apart.histogram()[16:]), sum(grey[225:252]))


def test_the_papers_are_those() -> None:
    assert list(PAPERS) == list(SIZES)


@pytest.mark.parametrize("paper", SIZES)
def test_paper(paper: str, handout: Handout) -> None:
    pdf = handout("--variant", "short", "--paper", paper)
    assert pdf.name == "a-good-hour-short.pdf"
    for page in pages(pdf):
        assert (page.width, page.height) == pytest.approx(SIZES[paper], abs=0.1)


def test_profiles_set_larger_words(handout: Handout) -> None:
    first = {name: pages(handout("--variant", "short", "--profile", name))[0] for name in PROFILES}
    sizes = {name: height(page, "Skip") for name, page in first.items()}
    assert sizes["roomy"] == pytest.approx(sizes["standard"] * 14 / 12, rel=0.02)
    assert sizes["motor"] == pytest.approx(sizes["standard"] * 14 / 12, rel=0.02)
    assert sizes["large-print"] == pytest.approx(sizes["standard"] * 18 / 12, rel=0.02)


def test_profiles_set_lines_farther_apart(handout: Handout) -> None:
    rooms = []
    for name in ("standard", "roomy", "motor", "large-print"):
        page = pages(handout("--variant", "short", "--profile", name))[0]
        rooms.append(top(page, "If", "it", "is", "too") - top(page, "looking", "at?"))
    assert all(after - before > 3 for before, after in pairwise(rooms)), rooms


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_is_in_the_name_unless_it_is_the_standard(name: str, handout: Handout) -> None:
    mark = "" if name == "standard" else f"-{name}"
    assert handout("--variant", "short", "--profile", name).name == f"a-good-hour-short{mark}.pdf"


def test_sides(handout: Handout) -> None:
    first, second = pages(handout("--sides", "double"))[:2]
    assert left(first) == pytest.approx(left(second) + 6, abs=1)  # the binding side is the right one
    first, second = pages(handout("--sides", "single"))[:2]
    assert left(first) == pytest.approx(left(second), abs=1)


def test_ink(handout: Handout) -> None:
    full, saving, black = (colours(handout("--ink", ink)) for ink in ("full", "saving", "black"))
    assert full.coloured > 100
    assert saving.coloured > 100
    assert black.coloured == 0
    assert saving.tinted < full.tinted / 2


def test_a_workbook_takes_them_all(run: Run, project: Path) -> None:
    wishes = "--paper 6x9in --profile motor --sides single --ink black --audience therapist"
    result = run("build", "mine", *wishes.split())
    assert result.exit_code == 0
    names = [line.split()[0] for line in result.stdout.splitlines()]
    assert names == ["dist/mine-therapist-motor.pdf", "dist/mine-therapist.epub"]
    assert sorted(path.as_posix() for path in Path("dist").iterdir()) == names
    pdf = project / names[0]
    found = pages(pdf)
    assert {(round(page.width), round(page.height)) for page in found} == {(152, 229)}
    assert any("Watch for" in page.text for page in found)
    full = [left(page) for page in found if len(page.words) > 10]
    assert max(full) - min(full) < 1
    assert colours(pdf).coloured == 0
    assert all(page.words for page in found)  # printed on one side, no page is left empty


@pytest.mark.parametrize("command", ["build", "handout"])
def test_the_help_names_every_choice(command: str, run: Run) -> None:
    words = re.split(r"\.?[\s,|\[\]]+", run(command, "--help").stdout)
    choices = {*PAPERS, *PROFILES, *Sides, *Ink, *Audience}
    assert choices <= set(words)


@pytest.mark.usefixtures("project")
def test_the_checkout_stays_clean(run: Run) -> None:
    before = {place: sorted(place.iterdir()) for place in (FILES, ROOT)}
    assert run("handout", "a-good-hour").exit_code == 0
    assert {place: sorted(place.iterdir()) for place in (FILES, ROOT)} == before
