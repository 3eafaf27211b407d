"""A print stylesheet for pages read from the right."""

from __future__ import annotations

import pytest

from workbook.theme.mirroring import mirror


@pytest.mark.parametrize(
    ("css", "mirrored"),
    [
        ("p { padding-left: 2mm; margin-right: 0 }", "p { padding-right: 2mm; margin-left: 0 }"),
        ("p { border-left-color: red }", "p { border-right-color: red }"),
        (".a { left: 0; position: absolute; right: 1mm }", ".a { right: 0; position: absolute; left: 1mm }"),
        ("h1 { text-align: left; float: right }", "h1 { text-align: right; float: left }"),
        ("p { margin: 1mm 2mm 3mm 4mm }", "p { margin: 1mm 4mm 3mm 2mm }"),
        ("p { margin: 0 auto; padding: 1mm 2mm 3mm }", "p { margin: 0 auto; padding: 1mm 2mm 3mm }"),
        (".copyright, .at-left { color: red }", ".copyright, .at-left { color: red }"),
        (
            "@page a:left { margin-left: 1mm; @top-right { padding-left: 1mm } } p { left: 0 }",
            "@page a:left { margin-left: 1mm; @top-right { padding-left: 1mm } } p { right: 0 }",
        ),
    ],
)
def test_sides_are_changed_over(css: str, mirrored: str) -> None:
    assert mirror(css) == mirrored
    assert mirror(mirrored) == css
