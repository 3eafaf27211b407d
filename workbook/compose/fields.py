"""The fields of a sheet that is filled in on a screen: their names, and what is read aloud for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jinja2 import pass_context
from markupsafe import Markup

from workbook.compose.manuscript import Field
from workbook.model.answers import Answer, CardsAnswer, Passage
from workbook.model.exercise import BRING, Exercise
from workbook.model.fields import ANSWER_END, WORDS_END, FieldKind, FormField
from workbook.model.locale import Locale
from workbook.model.workbook import Variant

Block = Answer | Passage
Said = Callable[[str], Markup]


def field_name(section: str, *parts: str) -> str:
    """Return a field's name: its section, its answer, and its part where the answer has several.

    **Why** slashes: a full stop would mean a tree of fields (ISO 32000-1, 12.7.3.2).
    """
    return "/".join((section, *filter(None, parts)))


@pass_context
def field_attributes(context: Mapping[str, Any], part: str = "", choice: str | int = "") -> Markup:
    """Return the attributes that make an element of a template a field of the block that is set."""
    block = context.get("block")
    name = field_name(context["id"], block.id if block else "", part)
    chosen = Markup(' data-choice="{}"').format(choice) if choice != "" else ""
    return Markup(' data-field="{}"{}').format(name, chosen)


def no_attributes(part: str = "", choice: str | int = "") -> str:  # noqa: ARG001 - as field_attributes
    """Return nothing: the page is for paper or an e-book."""
    return ""


def answer_fields(words: Locale, said: Said, section: str, blocks: Iterable[Block]) -> Iterator[Field]:
    """Yield the fields of a sheet's answers."""

    def given(text: str | None) -> bool:
        return bool(text and said(text))

    for block in blocks:
        if isinstance(block, Answer):
            for field in block.form_fields(words, given):
                yield labelled(said, field, field_name(section, block.id, field.part), block.label)


def sheet_fields(
    words: Locale, said: Said, section: str, exercise: Exercise, variant: Variant
) -> list[Field]:
    """Return the fields of a sheet: its answers, the line to bring to the next session, and its cards last.

    ``said`` turns Markdown into markup.
    """
    blocks = exercise.blocks if variant is Variant.FULL else exercise.short.blocks
    cards = [block for block in blocks if isinstance(block, CardsAnswer)]
    fields = list(answer_fields(words, said, section, (b for b in blocks if b not in cards)))
    if variant is Variant.FULL and not exercise.hides(BRING):
        bring = FormField(FieldKind.GROWING)
        fields.append(labelled(said, bring, field_name(section, BRING), words.sheet.bring))
    return [*fields, *answer_fields(words, said, section, cards)]


def notes_fields(words: Locale, said: Said, section: str, pages: int) -> list[Field]:
    """Return a field for each page of notes."""
    return [
        labelled(
            said,
            FormField(FieldKind.LINES, words=(f"{words.fields.page} {page}",)),
            field_name(section, f"page-{page}"),
            words.notes_page.title,
        )
        for page in range(1, pages + 1)
    ]


def planner_fields(words: Locale, said: Said, section: str, rows: int) -> list[Field]:
    """Return a field for each cell of the therapist's planner."""
    heads = words.planner
    columns = (heads.session, heads.sheet, heads.agreed, heads.confidence, heads.review)
    return [
        labelled(
            said,
            FormField(FieldKind.SPACE, words=(f"{words.fields.row} {row}", column)),
            field_name(section, f"row-{row}-column-{number}"),
            heads.title,
        )
        for row in range(1, rows + 1)
        for number, column in enumerate(columns, start=1)
    ]


def labelled(said: Said, field: FormField, name: str, label: str) -> Field:
    """Return the field with its label: ``answer: row; column``.

    **Why** so strict: a filled page is read back by these two signs, so no word may hold them.
    """

    def bare(words: str) -> str:
        text = " ".join(said(words).striptags().split())
        return text.rstrip(":; ").replace(ANSWER_END, ", ").replace(WORDS_END, ", ")

    own = WORDS_END.join(map(bare, field.words))
    whole = f"{bare(label)}{ANSWER_END}{own}" if own else bare(label)
    choices = tuple((choice.name, bare(choice.words)) for choice in field.choices)
    return Field(name, whole, field.kind, choices)
