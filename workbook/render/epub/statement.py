"""One element of the package's metadata."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Statement:
    """One element of the package's metadata: ``dc:name``, or a ``meta`` or ``link`` with these attributes."""

    name: str
    text: str
    attributes: dict[str, str] = field(default_factory=dict)


def refine(what: str, name: str, text: str, scheme: str = "") -> Statement:
    """Return a statement about another one, which has the id ``what``."""
    attributes = {"refines": f"#{what}", "property": name}
    return Statement("meta", text, attributes | ({"scheme": scheme} if scheme else {}))
