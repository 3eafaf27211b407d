"""What the package says about how the book can be read: what is so, and what a person asserts.

Terms: https://www.w3.org/TR/epub-a11y-11/ and schema.org's accessibility properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbook.compose.manuscript import Manuscript
from workbook.model.edition import Accessibility
from workbook.render.epub.statement import Statement, refine
from workbook.render.epub.xhtml import SVG, XHTML, Element


@dataclass(frozen=True)
class Pictures:
    """Whether a book has pictures that say something, and whether all of them are put into words."""

    any: bool = False
    described: bool = True


def find_pictures(roots: Iterable[Element], cover: bool) -> Pictures:
    """Look for pictures that are not mere decoration."""
    found, described = cover, True
    for root in roots:
        for element in root.iter(f"{{{XHTML}}}img", f"{{{SVG}}}svg"):
            hidden = any(place.get("aria-hidden") == "true" for place in (element, *element.iterancestors()))
            if hidden or element.get("alt") == "" or element.get("role") in {"presentation", "none"}:
                continue
            title = element.find(f"{{{SVG}}}title")
            words = element.get("alt") or element.get("aria-label") or element.get("aria-labelledby")
            found = True
            described = described and bool(words or (title is not None and title.text))
    return Pictures(found, described)


def describe_access(manuscript: Manuscript, pictures: Pictures, *, has_pages: bool) -> Iterator[Statement]:
    """Yield what is true of the book, then what its edition claims."""
    claims = manuscript.edition.accessibility if manuscript.edition else Accessibility()
    for name, text in _facts(pictures, has_pages=has_pages):
        yield Statement("meta", text, {"property": name})
    for hazard in claims.hazards or ("none",):
        yield Statement("meta", hazard, {"property": "schema:accessibilityHazard"})
    summary = claims.summary or manuscript.words["accessibility_summary"]
    yield Statement("meta", summary, {"property": "schema:accessibilitySummary"})
    yield from _claims(claims)


def _facts(pictures: Pictures, *, has_pages: bool) -> Iterator[tuple[str, str]]:
    yield "schema:accessMode", "textual"
    if pictures.any:
        yield "schema:accessMode", "visual"
    if pictures.described:
        yield "schema:accessModeSufficient", "textual"
    features = ["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"]
    if pictures.any and pictures.described:
        features.insert(0, "alternativeText")
    if has_pages:
        features += ["pageBreakMarkers", "pageNavigation"]
    for feature in features:
        yield "schema:accessibilityFeature", feature


def _claims(claims: Accessibility) -> Iterator[Statement]:
    if claims.exemption:
        yield Statement("meta", claims.exemption, {"property": "a11y:exemption"})
    if not claims.conforms_to:
        return
    _, version, level = claims.conforms_to.split("-")
    words = f"EPUB Accessibility 1.1 - WCAG {version} Level {level.upper()}"
    yield Statement("meta", words, {"property": "dcterms:conformsTo", "id": "conformance"})
    if claims.certified_by:
        certifier = refine("conformance", "a11y:certifiedBy", claims.certified_by)
        certifier.attributes["id"] = "certifier"
        yield certifier
    if claims.certifier_credential:
        yield refine("certifier", "a11y:certifierCredential", claims.certifier_credential)
    if claims.certifier_report:
        link = {"rel": "a11y:certifierReport", "refines": "#certifier", "href": claims.certifier_report}
        yield Statement("link", "", link)
