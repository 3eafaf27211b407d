"""Links between sections, and what a document may ask for from outside.

In a manuscript every link says ``#id``, as in one long document; in a book each section is a file.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from urllib.parse import urlsplit

from workbook.errors import Code, Diagnostic
from workbook.render.epub.xhtml import SVG, XHTML, XLINK, Element

_OUTWARD = frozenset({"http", "https", "mailto", "tel", "sms"})
_ANCHORS = frozenset({f"{{{XHTML}}}a", f"{{{XHTML}}}area", f"{{{SVG}}}a"})
_HREFS = ("href", f"{{{XLINK}}}href")
_SOURCES = ("src", "srcset", "poster", "data")


class Targets:
    """All places that a link can lead to."""

    def __init__(self, files: Mapping[str, str], roots: Mapping[str, Element]) -> None:
        """Take each section's file name, and the markup of those that have any."""
        self._files = files
        self._own = {
            name: {place.get("id") for place in root.iter("{*}*")} - {None} for name, root in roots.items()
        }
        self._anchors: dict[str, str] = {}
        for name, own in self._own.items():
            for anchor in own:
                self._anchors.setdefault(anchor, f"{files[name]}#{anchor}")

    def find(self, section_id: str, target: str) -> str | None:
        """Return the link to ``target`` as seen from a section: its own places come first."""
        if target in self._files:
            return self._files[target]
        if target in self._own[section_id]:
            return f"#{target}"
        return self._anchors.get(target)

    def has_own(self, section_id: str, target: str) -> bool:
        """Tell whether the section itself has the place."""
        return target in self._own[section_id]


def rewrite_links(
    section_id: str, root: Element, targets: Targets, pictures: Container[str] = ()
) -> list[Diagnostic]:
    """Turn the section's links into links between files; return those that lead nowhere.

    ``pictures`` are the names of the book's own.
    """
    findings = []
    for element in root.iter("{*}*"):
        for name in _HREFS:
            href = element.get(name)
            if href is None:
                continue
            if element.tag not in _ANCHORS:
                if not (href.startswith("#") and targets.has_own(section_id, href[1:])):
                    findings.append(_fetched(section_id, href))
            elif href.startswith("#"):
                found = targets.find(section_id, href[1:])
                if found is None:
                    findings.append(_nowhere(section_id, href))
                else:
                    element.set(name, found)
            elif not _is_outward(href):
                findings.append(_unsafe(section_id, href))
        findings.extend(
            _fetched(section_id, element.attrib[name])
            for name in _SOURCES
            if name in element.attrib
            and element.attrib[name] not in pictures
            and not element.attrib[name].startswith("data:image/")
        )
    return findings


def _is_outward(href: str) -> bool:
    try:
        address = urlsplit(href)
    except ValueError:
        return False
    return address.scheme in _OUTWARD and bool(address.netloc or address.path)


def _nowhere(section_id: str, href: str) -> Diagnostic:
    return Diagnostic(
        Code.BROKEN_LINK,
        f"In section {section_id!r} the link {_short(href)} leads nowhere: nothing in the book has that id.",
        "Link to the id of an exercise or page that is in this workbook, or take the link out.",
    )


def _unsafe(section_id: str, href: str) -> Diagnostic:
    return Diagnostic(
        Code.BROKEN_LINK,
        f"In section {section_id!r} the link {_short(href)} cannot be followed from inside a book.",
        "Write a whole address that starts with https:, mailto: or tel:, or #id for a place in the book.",
    )


def _fetched(section_id: str, href: str) -> Diagnostic:
    return Diagnostic(
        Code.FETCH_REFUSED,
        f"Section {section_id!r} asks for {_short(href)}, which is not part of the book.",
        "Draw it as SVG inside the page, or take it out.",
    )


def _short(href: str) -> str:
    return repr(href if len(href) <= 80 else href[:77] + "...")
