from __future__ import annotations

from pathlib import Path

import pytest

from workbook.editorial.shops import shop_findings, shop_rules
from workbook.errors import Code, Severity
from workbook.model.edition import Shop
from workbook.source.library import Library


def edition(folder: Path, *lines: str) -> Library:
    (folder / "editions").mkdir()
    text = "\n".join(("id: mine", "workbook: speaking-up", *lines))
    (folder / "editions/mine.yaml").write_text(text + "\n", encoding="utf-8")
    return Library.at(folder)


def test_every_shop_has_dated_rules() -> None:
    assert set(shop_rules()) == set(Shop)
    for rules in shop_rules().values():
        assert rules.rules
        for rule in rules.rules:
            assert rule.because[-1] not in ".!?"
            assert rule.source.startswith("https://")


@pytest.mark.parametrize("shop", list(Shop))
def test_an_empty_edition_is_refused_by_name_and_date(shop: Shop, tmp_path: Path) -> None:
    loaded = edition(tmp_path, f"shops: [{shop.value}]").edition("mine")
    rules = shop_rules()[shop]
    findings = list(shop_findings(loaded))
    assert len(findings) == len(rules.rules)
    for finding, rule in zip(findings, rules.rules, strict=True):
        assert finding.code is Code.SHOP_REFUSES
        assert finding.severity is Severity.WARNING
        assert finding.message == f"{rules.name} would refuse this edition: `{rule.needs}` is empty."
        assert str(rule.seen_on) in finding.hint
        assert finding.span is not None
        assert (finding.span.line, finding.span.column) == (3, 9)


def test_a_whole_edition_is_refused_by_none(tmp_path: Path) -> None:
    lines = ("contributors: [{name: A house}]", "imprint: A house", "subjects: {bisac: [SEL040000]}")
    shops = f"shops: [{', '.join(Shop)}]"
    library = edition(tmp_path, *lines, "isbn: {print: 978-0-306-40615-7}", shops)
    assert list(shop_findings(library.edition("mine"))) == []


def test_a_shop_that_is_not_named_says_nothing(tmp_path: Path) -> None:
    assert list(shop_findings(edition(tmp_path).edition("mine"))) == []
