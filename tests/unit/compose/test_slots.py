from __future__ import annotations

import datetime as dt

import pytest

from workbook.compose.handout import compose_handout
from workbook.compose.markdown import Text
from workbook.compose.reader import Reader
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.personal import NOBODY, Personal
from workbook.model.slots import Slot
from workbook.model.workbook import Variant
from workbook.source.library import Library
from workbook.theme.lookup import Theme


def text(value: str) -> Text:
    return Text("“”‘’", {"slot.a": value}, {"slot.a": "label"})


@pytest.mark.parametrize(
    ("source", "value", "printed"),
    [
        ("Tell {{ slot.a }} so.", "Mum", "Tell Mum so."),
        ("{{ slot.a }} may go quiet.", "my aunt", "My aunt may go quiet."),
        ("Stop. {{ slot.a }} may go.", "my aunt", "Stop. My aunt may go."),
        ("“{{ slot.a }}”", "i am off.", "“I am off.”"),
        ("I say “{{ slot.a }}”.", "No.", "I say “No”."),
        ("I say, {{ slot.a }}.", "no.", "I say, no."),
        ("Say {{ slot.a }}", "I can't", "Say I can’t"),
        ("Say {{ slot.a }}", "**b** <i> {{ slot.a }} [x](https://a.b)", None),
        ("Tell {{ slot.a | them }}.", "", "Tell them."),
        ("Say “{{ slot.a | I can't }}”.", "", "Say “I can’t”."),
        ("{{ slot.a | }}", "", ""),
        ("{{slot.a|them}}", "you", "You"),
    ],
)
def test_a_value_in_its_sentence(source: str, value: str, printed: str | None) -> None:
    if printed is None:
        printed = "Say **b** &lt;i&gt; {{ slot.a }} [x](https://a.b)"
    assert text(value).inline(source) == printed
    assert text(value).plain(source) == printed


def test_an_empty_slot_is_a_labelled_blank() -> None:
    assert text("").inline("Tell {{ slot.a }}.") == (
        'Tell <span class="blank"></span> <span class="blank-label">(label)</span>.'
    )


def sheet(exercise: Exercise, locale: Locale, theme: Theme, personal: Personal) -> str:
    manuscript = compose_handout(exercise, Variant.FULL, (), locale, theme, Reader(), personal=personal)
    return manuscript.sections[-1].markup


def test_one_value_goes_to_the_sentence_the_reply_and_the_plan(
    library: Library, english: Locale, calm: Theme
) -> None:
    values = {"person": "Quillon", "my-sentence": "I leave at four", "their-reply": "You are selfish"}
    personal = Personal(slots=values)
    run, plan, own = (
        sheet(library.exercise(name).value, english, calm, personal)
        for name in ("boundary-practice-run", "boundary-if-push-back", "boundary-one-sentence")
    )
    assert '<p class="says">I leave at four.</p>' in run
    assert '<p class="says">You are selfish.</p>' in run
    assert "such as “You are selfish.”" in plan
    assert "all I get from Quillon is silence" in plan
    assert '<span class="so-far-label">So far:</span> I leave at four.</p>' in own


def test_a_date_is_written_out(plain_sheet: Exercise, english: Locale, calm: Theme) -> None:
    exercise = plain_sheet.model_copy(
        update={"slots": (Slot(id="next-session"),), "close": "Until {{ slot.next-session | then }}."}
    )
    filled = sheet(exercise, english, calm, Personal(slots={"next-session": dt.date(2026, 12, 3)}))
    assert "Until Thursday, 3 December 2026." in filled
    assert "Until then." in sheet(exercise, english, calm, NOBODY)


def test_values_that_a_sheet_does_not_declare_leave_it_as_it_is(
    plain_sheet: Exercise, english: Locale, calm: Theme
) -> None:
    personal = Personal(slots={"person": "Quillon"})
    assert sheet(plain_sheet, english, calm, personal) == sheet(plain_sheet, english, calm, NOBODY)


def test_unfilled_and_filled_sheets_have_no_sign_of_a_slot(
    library: Library, english: Locale, calm: Theme
) -> None:
    everything = Personal(slots=dict.fromkeys(english.slots, "a word"))
    for loaded in library.exercises():
        for personal in (NOBODY, everything):
            markup = sheet(loaded.value, english, calm, personal)
            assert "slot." not in markup, loaded.value.id
            assert "{{" not in markup, loaded.value.id


def test_what_is_said_to_a_client_stays_letters(plain_sheet: Exercise, english: Locale, calm: Theme) -> None:
    personal = Personal(called="<i>Q</i>", note=("It's {{ practice.name }} & **so**", "Two"))
    markup = sheet(plain_sheet, english, calm, personal)
    assert '<p class="salutation">&lt;i&gt;Q&lt;/i&gt;,</p>' in markup
    assert "<p>It’s {{ practice.name }} &amp; **so**</p>\n<p>Two</p>" in markup
    assert "greeting-head" not in sheet(plain_sheet, english, calm, Personal(slots={"person": "Q"}))
