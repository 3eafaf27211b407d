"""What the shops that an edition is meant for would refuse, each by its own dated rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Literal

import yaml
from pydantic import TypeAdapter

from workbook.errors import Code, Diagnostic, Severity
from workbook.model.base import Model
from workbook.model.crisis import HttpsUrl
from workbook.model.edition import Edition, Shop
from workbook.source.loading import Loaded

_DATA = Path(__file__).with_name("data") / "shops.yaml"


class ShopRule(Model):
    """One thing that a shop refuses; ``needs`` is a key of an edition's file, or two with a dot."""

    needs: Literal["contributors", "subjects.bisac", "imprint", "isbn.print"]
    because: str
    source: HttpsUrl
    seen_on: dt.date
    evidence: Literal["own", "other"]


class ShopRules(Model):
    """A shop's name, and its rules."""

    name: str
    rules: tuple[ShopRule, ...]


@cache
def shop_rules() -> dict[Shop, ShopRules]:
    """Return every shop's rules."""
    data = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return TypeAdapter(dict[Shop, ShopRules]).validate_python(data)


def shop_findings(edition: Loaded[Edition]) -> Iterator[Diagnostic]:
    """Yield what each shop of an edition would refuse.

    **Why** warnings: the files are well, and a shop's form may ask again; a release takes them as errors.
    """
    for position, shop in enumerate(edition.value.shops):
        rules = shop_rules()[shop]
        for rule in rules.rules:
            if not attrgetter(rule.needs)(edition.value):
                because = rule.because[0].upper() + rule.because[1:]
                yield Diagnostic(
                    Code.SHOP_REFUSES,
                    f"{rules.name} would refuse this edition: `{rule.needs}` is empty.",
                    f"{because} (rule as of {rule.seen_on}, {rule.source}).",
                    edition.document.span(("shops", position)),
                    Severity.WARNING,
                )
