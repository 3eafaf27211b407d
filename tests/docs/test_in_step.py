"""The pages of reference say what the code says: no less, and nothing that has gone."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
import yaml
from jinja2 import Environment, meta
from pydantic import TypeAdapter

from tests.docs.guides import ROOT, code, fences, headings, page, part, rows
from workbook.compose.measures import measure, values
from workbook.compose.reader import Reader
from workbook.errors import ExitCode
from workbook.model.answers import Answer, Block
from workbook.model.locale import Locale
from workbook.model.page import PROFILES
from workbook.model.theme import Tokens
from workbook.model.values import NAMES
from workbook.theme.lookup import Theme

KINDS = {
    get_args(member.model_fields["kind"].annotation)[0]: member for member in get_args(get_args(Block)[0])
}
ANSWER_KINDS, VALUES, DESIGNER = (
    page("docs/answer-kinds.md"),
    page("docs/values.md"),
    page("docs/designer.md"),
)
THERAPIST, CONTRIBUTOR, COMMANDS = (
    page("docs/therapist.md"),
    page("docs/contributor.md"),
    page("docs/commands.md"),
)


def test_every_answer_kind_has_a_part_and_nothing_else_has() -> None:
    parts = [heading for heading in headings(ANSWER_KINDS) if re.fullmatch(r"[a-z-]+", heading)]
    assert sorted(parts) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kinds_part_is_complete(kind: str) -> None:
    text = part(ANSWER_KINDS, kind)
    assert "- **In an e-book:** " in text
    own = set(KINDS[kind].model_fields) - set(Answer.model_fields) - {"kind"}
    for field in own:
        assert f"`{field}`" in text, field


def test_the_examples_are_blocks_one_of_each_kind() -> None:
    found: list[Any] = [yaml.safe_load(fence.text)[0] for fence in fences(ANSWER_KINDS)]
    blocks = [TypeAdapter[Block](Block).validate_python(data) for data in found]
    assert sorted(block.kind for block in blocks) == sorted(KINDS)
    for block in blocks:
        assert f"- kind: {block.kind}\n" in part(ANSWER_KINDS, block.kind)


def test_what_every_block_has() -> None:
    listed = [code(row[0])[0] for row in rows(ANSWER_KINDS, "What every block has")]
    assert sorted(listed) == sorted({"kind", *Answer.model_fields})


def test_the_values_are_those_of_the_model(english: Locale) -> None:
    table = rows(VALUES, "Values")
    assert [row[0] for row in table] == [f"`{{{{ {name} }}}}`" for name in NAMES]
    assert [row[1] for row in table] == [f"`{name.removeprefix('practice.')}`" for name in NAMES]
    assert [row[2] for row in table] == [english.values[name] for name in NAMES]


def test_the_tokens_are_those_of_a_theme() -> None:
    listed = [name for row in rows(DESIGNER, "Tokens") for name in code(row[0])]
    assert sorted(listed) == sorted(Tokens.model_fields)


def test_the_values_of_a_stylesheet_are_all_there(calm: Theme) -> None:
    listed = [name for row in rows(DESIGNER, "Values in a stylesheet") for name in code(row[0])]
    reader = Reader()
    assert sorted(listed) == sorted(values(measure(calm.tokens, reader), calm.tokens, reader))


def test_a_template_gets_what_the_guide_says() -> None:
    """Each name that a section's template uses is in the guide: for all templates, or for this one."""
    text = part(DESIGNER, "What a template gets")
    tables = re.split(r"\n\n(?=\|)", text)
    for_all = {
        re.sub(r"\(.*", "", code(line)[0]) for line in tables[1].splitlines() if line.startswith("| `")
    }
    listed = {code(line)[0]: set(code(line)[1:]) for line in tables[2].splitlines() if line.startswith("| `")}
    templates = {f"sections/{path.name}": path for path in (ROOT / "templates/base/sections").iterdir()}
    assert sorted(listed) == sorted(templates)
    for name, path in templates.items():
        used = meta.find_undeclared_variables(Environment(autoescape=True).parse(path.read_text("utf-8")))
        own = {re.sub(r"\(.*", "", word) for word in listed[name]}
        assert used - for_all - {"id"} <= own, name


def test_the_blocks_of_sections_are_those_of_the_templates() -> None:
    listed = {code(row[0])[0]: code(row[1]) for row in rows(DESIGNER, "Change a template")}
    folder = ROOT / "templates/base"
    blocks = {
        path.relative_to(folder).as_posix(): re.findall(r"\{% block (\w+) %\}", path.read_text("utf-8"))
        for path in folder.rglob("*.j2")
    }
    assert listed == {name: found for name, found in blocks.items() if found}


def test_profiles_are_as_the_guide_says() -> None:
    table = rows(THERAPIST, "For other eyes and other hands")
    assert [code(row[0])[0] for row in table] == list(PROFILES)
    assert [row[3] for row in table] == [f"{profile.pitch:g} mm" for profile in PROFILES.values()]


@pytest.mark.parametrize(
    ("path", "heading"), [(THERAPIST, "When something goes wrong"), (COMMANDS, "All commands")]
)
def test_exit_codes(path: Any, heading: str) -> None:
    listed = {int(row[0]) for row in rows(path, heading)}
    assert listed == {*map(int, ExitCode), 130}


def test_the_rooms_are_all_there() -> None:
    listed = {code(row[0])[0].removeprefix("workbook/") for row in rows(CONTRIBUTOR, "The rooms")}
    package = ROOT / "workbook"
    rooms = {path.parent.name for path in package.glob("*/__init__.py")}
    assert listed == rooms | {"errors.py", "bundled.py"}


def test_the_folders_of_tests_are_all_there() -> None:
    listed = {code(row[0])[0].removeprefix("tests/") for row in rows(CONTRIBUTOR, "Tests")}
    tests = ROOT / "tests"
    folders = {path.relative_to(tests).parts[0] for path in tests.rglob("test_*.py")}
    assert listed == folders
