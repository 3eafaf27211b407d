"""The guides as data: their headings, links, tables and blocks of code, read as GitHub shows them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
"""Every page that a person reads in the repository."""


@dataclass(frozen=True)
class Fence:
    """A block of code: its language, its text, its line, and the HTML comment right before it."""

    language: str
    text: str
    line: int
    comment: str = ""


def name(page: Path) -> str:
    """Return a page's path from the top folder, to name a test by."""
    return page.relative_to(ROOT).as_posix()


def page(path: str) -> Path:
    """Return a page by its path from the top folder."""
    return ROOT / path


@cache
def tokens(path: Path) -> tuple[Token, ...]:
    """Return a page as Markdown tokens."""
    return tuple(MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8")))


def fences(path: Path) -> Iterator[Fence]:
    """Yield a page's blocks of code."""
    before = Token("", "", 0)
    for token in tokens(path):
        if token.type == "fence":
            comment = before.content.strip() if before.type == "html_block" else ""
            line = token.map[0] + 1 if token.map else 0
            yield Fence(
                token.info.strip(),
                token.content,
                line,
                comment.removeprefix("<!--").removesuffix("-->").strip(),
            )
        before = token


def anchors(path: Path) -> set[str]:
    """Return the anchors of a page's headings, made as GitHub makes them."""
    seen: Counter[str] = Counter()
    found = set()
    for heading in headings(path):
        slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found


def headings(path: Path) -> list[str]:
    """Return the words of a page's headings."""
    return [_letters(b) for a, b in pairwise(tokens(path)) if a.type == "heading_open"]


def links(path: Path) -> Iterator[str]:
    """Yield where a page's links and pictures lead."""
    for token in tokens(path):
        for child in token.children or ():
            for attribute in ("href", "src"):
                if (target := child.attrGet(attribute)) is not None:
                    yield str(target)
        if token.type == "html_block":
            yield from re.findall(r'(?:href|src)="([^"]+)"', token.content)


def part(path: Path, heading: str) -> str:
    """Return the text of a page's part, from its heading to the next one of the same or a higher level."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = list(tokens(path))
    opens = [(t, _letters(n)) for t, n in pairwise(found) if t.type == "heading_open"]
    for index, (token, words) in enumerate(opens):
        if words == heading:
            rest = (t.map[0] for t, _ in opens[index + 1 :] if t.map and t.tag <= token.tag)
            start = token.map[0] if token.map else 0
            return "\n".join(lines[start : next(rest, len(lines))])
    raise LookupError(f"{name(path)} has no part {heading!r}")


def rows(path: Path, heading: str) -> list[list[str]]:
    """Return the cells of the first table under a heading, its head left out."""
    _, _, below = part(path, heading).partition("\n|")
    table = list(takewhile(lambda line: line.startswith("|"), f"|{below}".splitlines()))
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))] for line in table[2:]]


def code(text: str) -> list[str]:
    """Return what stands in backticks, in order."""
    return re.findall(r"`([^`\n]+)`", text)


def _letters(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())
