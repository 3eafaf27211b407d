"""Files to start from, with a note on every field.

The texts lie in ``content/starters``, each a whole and valid file under its own name. A practice's folder
lies there whole, with ``gitignore`` for ``.gitignore``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from workbook import bundled
from workbook.errors import Code, Diagnostic, FindingsError
from workbook.model.base import Slug
from workbook.model.practice import PracticeFile
from workbook.source import schemas
from workbook.source.document import parse
from workbook.source.loading import build
from workbook.source.practice_folder import PRACTICE_FILE

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


LETTER_COUNTRIES = {"us", "ca"}
"""Where paper is bought as Letter."""


@dataclass(frozen=True)
class Founding:
    """What is asked of somebody who begins a practice folder; what is left empty is left out there."""

    name: str = ""
    therapist: str = ""
    countries: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the text of ``practice.yaml``.

        Raises:
            FindingsError: an answer cannot be printed; without a place, since there is no such file yet.
        """
        text = (_practice() / PRACTICE_FILE).read_text(encoding="utf-8")
        for key, value in (("name", self.name), ("therapist", self.therapist)):
            text = _said(text, key, json.dumps(value, ensure_ascii=False) if value else "")
        text = _said(text, "countries", f"[{', '.join(self.countries)}]" if self.countries else "")
        if self.countries and LETTER_COUNTRIES.issuperset(self.countries):
            text = _said(text, "paper", "letter")
        try:
            build(parse(Path(PRACTICE_FILE), text), PracticeFile)
        except FindingsError as error:
            raise FindingsError(replace(finding, span=None) for finding in error.findings) from None
        return text


def practice_folder(founding: Founding) -> dict[str, str]:
    """Return the files of a new practice folder, each by its path in there; its own file comes last.

    Raises:
        FindingsError: an answer cannot be printed.
    """
    own = founding.text()
    top = _practice()
    files = {f"schema/{kind}.schema.json": schemas.schema(kind) for kind in schemas.KINDS}
    for path in sorted(top.rglob("*")):
        name = path.relative_to(top).as_posix()
        if path.is_file() and name != PRACTICE_FILE:
            hidden = re.sub(r"(^|/)gitignore$", r"\1.gitignore", name)
            files[hidden] = path.read_text(encoding="utf-8")
    return {**files, PRACTICE_FILE: own}


def _practice() -> Path:
    return bundled.content() / "starters" / "practice"


def _said(text: str, key: str, value: str) -> str:
    """Return a starter's text that says something of its own for a key, or nothing."""
    line = rf"^{key}: (.*)$"
    return re.sub(line, lambda m: f"{key}: {value}" if value else f"# {m[0]}", text, count=1, flags=re.M)
