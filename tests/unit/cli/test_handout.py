from __future__ import annotations

import json
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.poppler import Page, pages
from tests.unit.cli.conftest import Run, broken
from tests.unit.cli.terminal import on_a_terminal
from workbook.cli.commands import handout
from workbook.model.workbook import Variant
from workbook.source.library import Library


def short(run: Run, *arguments: str) -> Page:
    """Make the small project's two-minute page and return it as Poppler reads it."""
    result = run("handout", "a-good-hour", "--variant", "short", *arguments)
    assert result.exit_code == 0, result.stderr
    (page,) = pages(Path(result.stdout.split()[0]))
    return page


def test_a_file_for_each(run: Run, project: Path) -> None:
    text = (project / "exercises/a-good-hour.yaml").read_text()
    (project / "exercises/another.yaml").write_text(text.replace("id: a-good-hour", "id: another"))
    result = run("handout", "another", "a-good-hour", "another", "--variant", "short")
    assert result.exit_code == 0
    names = ["dist/another-short.pdf", "dist/a-good-hour-short.pdf"]
    assert [line.split()[0] for line in result.stdout.splitlines()] == names
    assert sorted(path.as_posix() for path in Path("dist").iterdir()) == sorted(names)
    assert "    1 page  " in result.stdout


@pytest.mark.parametrize(
    ("variant", "audience", "stem"),
    [
        ("full", "client", "a-good-hour"),
        ("short", "client", "a-good-hour-short"),
        ("full", "therapist", "a-good-hour-therapist"),
        ("short", "therapist", "a-good-hour-short-therapist"),
    ],
)
def test_variant_and_audience(variant: str, audience: str, stem: str, run: Run, project: Path) -> None:
    assert run("handout", "a-good-hour", "--variant", variant, "--audience", audience).exit_code == 0
    (made,) = (project / "dist").iterdir()
    assert made.name == f"{stem}.pdf"
    text = " ".join(page.text for page in pages(made))
    assert ("One easier minute" in text) is (variant == "short")
    assert ("What may have helped?" in text) is (variant == "full")
    assert ("Watch for" in text) is (audience == "therapist")


def test_all_countries_in_their_order(run: Run, project: Path) -> None:
    assert project
    text = short(run).text
    places = [text.index(f" {name} ") for name in ("US", "UK", "IE", "CA", "AU", "NZ")]
    assert places == sorted(places)
    assert "INTERNATIONAL" not in text


def test_countries_that_are_not_ours_follow(project: Path) -> None:
    (project / "crisis").mkdir()
    for name in ("de", "at"):
        (project / f"crisis/{name}.yaml").write_text(
            f"id: {name}\nname: A country\nemergency: '112'\nlines:\n  - name: A line\n    phone: '1'\n"
            "    hours: always\n    url: https://example.org\n    verified_on: 2026-11-22\n"
        )
    countries = [country.id for country in Library.at(project).usual_countries()]
    assert countries == ["us", "uk", "ie", "ca", "au", "nz", "at", "de"]


def test_countries_as_named(run: Run, project: Path) -> None:
    assert project
    text = short(run, "--country", "ie", "--country", "uk").text
    assert text.index(" IE ") < text.index(" UK ")
    assert " US " not in text


def test_a_path(run: Run, project: Path) -> None:
    (project / "exercises/a-good-hour.yaml").rename(project / "a-good-hour.yaml")
    assert run("handout", "a-good-hour.yaml", "--variant", "short").exit_code == 0
    assert [page.name for page in (project / "dist").iterdir()] == ["a-good-hour-short.pdf"]


def test_all_unknown_names_at_once(run: Run) -> None:
    result = run("handout", "bond-safe-enuf", "nope.yaml", "--country", "zz")
    assert result.exit_code == 1
    codes = [line.rpartition("error ")[2][:4] for line in result.stderr.splitlines() if "error" in line]
    assert sorted(codes) == ["F001", "R001", "R003"]
    assert "Did you mean `bond-safe-enough`?" in result.stderr


def test_an_unknown_language(run: Run) -> None:
    result = run("handout", "bond-safe-enough", "--language", "tlh")
    assert result.exit_code == 1
    assert "R005" in result.stderr


def test_an_unknown_theme_before_anything_is_made(run: Run, project: Path) -> None:
    result = run("handout", "a-good-hour", "--theme", "wild")
    assert result.exit_code == 1
    assert result.stderr.startswith("error R004: ")
    assert not (project / "dist").exists()


def test_json(run: Run, project: Path) -> None:
    told = json.loads(run("handout", "a-good-hour", "--variant", "short", "--json").stdout)
    (file,) = told["files"]
    assert (file["path"], file["extent"], file["unit"]) == ("dist/a-good-hour-short.pdf", 1, "pages")
    assert file["bytes"] == (project / "dist/a-good-hour-short.pdf").stat().st_size


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux looks into LD_LIBRARY_PATH")
def test_without_pango_one_sheet_is_tried_and_no_more(project: Path) -> None:
    names = ("a-good-hour", "bond-safe-enough")
    missing = broken("libpango-1.0.so.0", project)
    shown = on_a_terminal("handout", *names, cwd=project, code=3, **missing)
    assert "Composing a-good-hour" in shown
    assert "Composing bond-safe-enough" not in shown
    assert shown.count("Pango is missing") == 1
    assert list((project / "dist").iterdir()) == []


def test_no_name_is_a_usage_mistake(run: Run) -> None:
    assert run("handout").exit_code == 2


def test_the_variants_are_the_models() -> None:
    option = next(option for option in handout.command.params if option.name == "variant")
    assert list(getattr(option.type, "choices", ())) == list(Variant)


@pytest.mark.parametrize("name", ["../x", "a/b", "x y", ""])
def test_odd_names_are_findings(name: str, run: Run) -> None:
    result = run("handout", name)
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr


def test_a_page_to_fill_in_says_so_in_its_name(run: Run, project: Path) -> None:
    result = run("handout", "a-good-hour", "--variant", "short", "--fillable", "--profile", "motor")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.split()[0] == "dist/a-good-hour-short-motor-fillable.pdf"
    with pikepdf.open(project / result.stdout.split()[0]) as pdf:
        assert "/AcroForm" in pdf.Root
