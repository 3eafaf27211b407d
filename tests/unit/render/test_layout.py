from __future__ import annotations

from dataclasses import replace

import pytest

from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Manuscript, Medium, Role, Section
from workbook.compose.reader import Reader
from workbook.compose.typesetter import Typesetter
from workbook.errors import Code, Severity
from workbook.model.book import Book
from workbook.model.practice import Practice
from workbook.model.workbook import Variant
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Theme

FULL = "<p>Enough.</p>" + '<div class="rule"></div>' * 15


@pytest.fixture(scope="module")
def blank(sample: Book, calm: Theme) -> Manuscript:
    from workbook.compose.book import compose_book

    whole = compose_book(sample, calm, Reader(), Medium.PRINT)
    stylesheet = Typesetter(calm, sample.locale, Practice(), Reader(), Medium.PRINT).stylesheet()
    return replace(whole, sections=(), stylesheet=stylesheet)


def _findings(blank: Manuscript, *bodies: str, kind: str = "how-to-use") -> list[Code]:
    sections = tuple(
        Section(
            f"s{n}",
            Role.TEXT,
            "A page",
            f'<section id="s{n}" class="{kind}"><h1>Page {n}</h1>{body}</section>',
        )
        for n, body in enumerate(bodies)
    )
    findings = render_pdf(replace(blank, sections=sections)).findings
    assert {finding.severity for finding in findings} <= {Severity.WARNING}
    return [finding.code for finding in findings]


def test_a_well_filled_page_has_no_finding(blank: Manuscript) -> None:
    assert _findings(blank, FULL, FULL) == []


def test_words_in_a_box_taller_than_the_page_are_told_once(blank: Manuscript) -> None:
    tall = '<div style="display: inline-block; height: 400mm">' + "<p>word</p>" * 60 + "</div>"
    assert _findings(blank, FULL + tall) == [Code.TEXT_OVERFLOWS]


def test_hidden_words_are_lost(blank: Manuscript) -> None:
    assert _findings(blank, FULL + '<p style="display: none">unseen</p>') == [Code.TEXT_LOST]


def test_a_long_word_reaches_over_the_edge(blank: Manuscript) -> None:
    assert Code.TEXT_OVERFLOWS in _findings(blank, FULL + f"<p>{'w' * 200}</p>")


def test_a_foot_of_more_lines_than_room_is_told(sample: Book, calm: Theme) -> None:
    def told(title: str) -> list[Code]:
        exercise = sample.exercises["strength-stood-up"].model_copy(update={"title": title})
        handout = compose_handout(exercise, Variant.FULL, (), sample.locale, calm, Reader())
        return [finding.code for finding in render_pdf(handout).findings]

    assert told("A time I stood up") == []
    assert Code.TEXT_OVERFLOWS in told("A time I stood up and went on standing up " * 20)


@pytest.mark.parametrize("kind", ["cards", "one-sided"])
def test_a_page_that_needs_a_leaf_of_its_own_on_a_back(blank: Manuscript, kind: str) -> None:
    own = f'<div style="page: {kind}">{FULL}</div>'
    assert Code.LEAF_SHARED in _findings(blank, FULL, FULL, own, kind="text")
    recto = f'<div style="page: {kind}; break-before: recto">{FULL}</div>'
    assert Code.LEAF_SHARED not in _findings(blank, FULL, FULL, recto, kind="text")


def test_a_page_with_two_lines_is_nearly_empty(blank: Manuscript) -> None:
    assert _findings(blank, "<p>Only this.</p>") == [Code.PAGE_NEARLY_EMPTY]


def test_ruled_lines_fill_a_page(blank: Manuscript) -> None:
    assert _findings(blank, '<div class="rule"></div>' * 20) == []


ASK = '<div class="ask" style="break-after: auto"><p class="prompt">What now?</p></div>'
TALL = f'<div style="break-inside: avoid">{FULL}</div>'


def test_a_heading_at_the_foot(blank: Manuscript) -> None:
    lost_its_head = '<h2 style="break-after: auto">Alone</h2>' + TALL
    assert _findings(blank, FULL + lost_its_head) == [Code.HEADING_AT_FOOT]
    assert _findings(blank, FULL + "<h2>Kept</h2>" + TALL) == []


def test_a_title_page_may_end_with_its_title(blank: Manuscript) -> None:
    assert _findings(blank, "<h2>My notes</h2>", kind="title-page") == []
    assert _findings(blank, "<h2>My notes</h2>", kind="text") == [Code.HEADING_AT_FOOT]


def test_a_prompt_without_its_room(blank: Manuscript) -> None:
    assert _findings(blank, f'{FULL}<div class="answer">{ASK}{TALL}</div>') == [Code.PROMPT_PARTED]
    kept = ASK.replace("auto", "avoid")  # as the stylesheet has it
    assert _findings(blank, f'{FULL}<div class="answer">{kept}{TALL}</div>') == []


def test_two_empty_pages_running_are_told(blank: Manuscript) -> None:
    empty = '<div style="break-before: page"></div>'
    assert _findings(blank, FULL + empty, FULL) == []
    assert _findings(blank, FULL + empty + empty, FULL) == [Code.TWO_PAGES_EMPTY]


def test_a_row_and_a_frame_on_two_pages_are_split(blank: Manuscript) -> None:
    lines = "<p>One more line.</p>" * 50
    row = f"<table><tbody><tr><td>{lines}</td></tr></tbody></table>"
    assert _findings(blank, row) == [Code.SPLIT]
    assert _findings(blank, f'<div class="frame">{lines}</div>') == [Code.SPLIT]


def test_a_repeated_head_is_not_split(blank: Manuscript) -> None:
    rows = "<tr><td>One more line.</td></tr>" * 60
    table = f"<table><thead><tr><th>Head</th></tr></thead><tbody>{rows}</tbody></table>"
    assert _findings(blank, table) == []


ROWS = "<p>One line of many.</p>" * 34
"""A page and a few lines of the next."""


@pytest.mark.parametrize(
    ("kind", "body", "told"),
    [
        ("contents", ROWS, True),
        ("part", ROWS, True),
        ("title-page", ROWS, True),
        ("contents by-group", ROWS, False),
        ("sources", ROWS, False),
        ("afterwards", ROWS, True),
        ("text-page", "<p>For all who try again.</p>", False),
    ],
)
def test_what_spills_over_is_told_but_a_list_or_a_short_page_is_not(
    blank: Manuscript, kind: str, body: str, told: bool
) -> None:
    assert (Code.PAGE_NEARLY_EMPTY in _findings(blank, body, kind=kind)) is told
