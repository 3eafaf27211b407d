"""Every link within the repository leads somewhere, and every path that is named is there."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.docs.guides import PAGES, ROOT, anchors, code, links, name, page

PATHS = [page("CONTRIBUTING.md"), page("docs/contributor.md"), page("docs/designer.md")]
_PATH = re.compile(r"\.?[\w.<>*-]+(?:/[\w.<>*-]+)*/?")
_TOP = {entry.name for entry in ROOT.iterdir()} - {".venv", "dist"}


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    for link in links(path):
        target = urlsplit(link)
        if target.scheme:
            assert target.scheme in {"https", "mailto"}, link
            continue
        there = (path.parent / unquote(target.path)).resolve() if target.path else path
        assert there.is_relative_to(ROOT), f"{link} leads out of the repository"
        assert there.exists(), link
        if target.fragment:
            assert target.fragment in anchors(there), link


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_named_files_are_there(path: Path) -> None:
    """A path that begins in the top folder exists; ``<kind>`` stands for any name."""
    named = [text for text in code(path.read_text(encoding="utf-8")) if _PATH.fullmatch(text) and "/" in text]
    named = [text for text in named if text.split("/")[0] in _TOP]
    assert len(named) > 10
    for text in named:
        pattern = re.sub(r"<[\w-]+>", "*", text).rstrip("/")
        assert any(ROOT.glob(pattern)), text


def test_the_picture_is_small_and_shown() -> None:
    picture = ROOT / "docs" / "pictures" / "pages.png"
    assert "docs/pictures/pages.png" in set(links(page("README.md")))
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size <= 150 * 1024


def test_every_guide_can_be_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [page("README.md")]
    while waiting:
        path = waiting.pop()
        if path not in reached and path.suffix == ".md":
            reached.add(path)
            files = (urlsplit(link).path for link in links(path) if not urlsplit(link).scheme)
            waiting += [(path.parent / unquote(file)).resolve() for file in files if file]
    assert set(PAGES) <= reached
