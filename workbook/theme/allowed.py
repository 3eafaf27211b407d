"""What a page may be made of: elements that say or draw something, attributes that fetch and start nothing.

**Why** a list of what is allowed: an e-book is opened by the client's own reader, which may run scripts, send
forms and fetch pictures, and so tell a stranger who reads, when and where.
"""

from __future__ import annotations

import re

_TEXT = (
    "section article aside header footer main nav hgroup div p span br wbr hr h1 h2 h3 h4 h5 h6 a "
    "abbr address b bdi bdo blockquote cite code data del dfn em i ins kbd mark pre q rp rt ruby s "
    "samp small strong sub sup time u var ul ol li dl dt dd table caption colgroup col thead tbody "
    "tfoot tr th td figure figcaption img "
)
_DRAWN = (
    "svg g defs path rect circle ellipse line polyline polygon text tspan title desc "
    "linearGradient radialGradient stop clipPath"
)
ELEMENTS = frozenset((*_TEXT.split(), *_DRAWN.split()))

_FETCHING = re.compile(
    r"""url\(\s*(?!["']?(?:\#|data:image/))|https?:|//|\\|@|(?:image-set|src|expression)\(""", re.IGNORECASE
)
"""In a style: an address other than the page's own, or a sign behind which one may hide."""
_POINTING = re.compile(r"url\(\s*(?!['\"]?#)", re.IGNORECASE)
_NEVER = frozenset(("ping", "srcdoc", "background", "action", "formaction", "manifest", "base", "codebase"))


def refused(tag: str, attributes: dict[str, str]) -> str:
    """Return what is not allowed of an element, as a person would name it, or nothing."""
    name = tag.rpartition("}")[2]
    if name not in ELEMENTS:
        return f"`<{name[:40]}>`"
    for key, value in attributes.items():
        attribute = key.rpartition("}")[2].lower()
        if attribute.startswith("on") or attribute in _NEVER:
            return f"the attribute `{attribute[:40]}`"
        if attribute == "style" and _FETCHING.search(value):
            return "a `style` that asks for something"
        if attribute not in {"style", "href", "src", "alt", "title"} and _POINTING.search(value):
            return f"an address in `{attribute[:40]}`"
    return ""
