"""Files to start from, with a note on every field.

The texts lie in ``content/starters``, each a whole and valid file under its own name.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import get_args

from workbook import bundled
from workbook.errors import Code, Diagnostic, FindingsError
from workbook.model.base import Slug

KINDS = ("exercise", "workbook", "edition")


def starter(kind: str, name: str) -> str:
    """Return the text of a new file of a kind, called ``name``.

    Raises:
        FindingsError: S004, ``name`` cannot be an id.
        ValueError: there is no starter of that kind.
    """
    if kind not in KINDS:
        raise ValueError(f"no starter {kind!r}; there are {', '.join(KINDS)}")
    require_name(kind, name)
    text = (bundled.content() / "starters" / f"{kind}.yaml").read_text(encoding="utf-8")
    return text.replace(f"\nid: {kind}\n", f"\nid: {name}\n", 1)


def require_name(kind: str, name: str, taken: Collection[str] = ()) -> None:
    """Refuse a name that a new file cannot have.

    Raises:
        FindingsError: S004, ``name`` is no id, or is taken by the program itself.
    """
    shape = get_args(Slug)[1]
    if name in taken or len(name) > shape.max_length or not re.fullmatch(shape.pattern, name):
        raise FindingsError(
            [
                Diagnostic(
                    Code.WRONG_VALUE,
                    f"`{name[:80]}` cannot be the name of a new {kind}.",
                    "Use small letters a–z, digits and single hyphens, up to 60: `my-page`.",
                )
            ]
        )
