from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.model.code import SIGNS, codes_within, make_code, read_code


def _code_of(signs: list[str]) -> str:
    left = iter(signs)
    return make_code(lambda _: next(left))


CODES = st.lists(st.sampled_from(SIGNS), min_size=4, max_size=4).map(_code_of)


def test_the_signs_are_a_prime_number_without_vowels_and_look_alikes() -> None:
    assert len(SIGNS) == len(set(SIGNS)) == 17
    assert not set(SIGNS) & set("aeiouy0125lzsgq69bn")


def test_the_code_of_the_guides_is_one() -> None:
    assert read_code("c-7f3h-j") == "c-7f3h-j"
    assert read_code(" C-7F3H-J\n") == "c-7f3h-j"


@given(CODES)
def test_any_one_wrong_sign_is_noticed(code: str) -> None:
    assert read_code(code) == code
    for place, sign in product((2, 3, 4, 5, 7), SIGNS):
        if code[place] != sign:
            assert read_code(code[:place] + sign + code[place + 1 :]) is None


@given(CODES)
def test_any_two_signs_that_changed_places_are_noticed(code: str) -> None:
    for a, b in product((2, 3, 4, 5, 7), repeat=2):
        if code[a] != code[b]:
            signs = list(code)
            signs[a], signs[b] = signs[b], signs[a]
            assert read_code("".join(signs)) is None


@pytest.mark.parametrize(
    "typed", ["", "Anna", "c-7f3h-k", "c7f3hj", "c-7f3a-j", "../c-7f3h-j", "c-7f3h-j.yaml"]
)
def test_what_is_no_code(typed: str) -> None:
    assert read_code(typed) is None


def test_new_codes_are_codes_and_differ() -> None:
    made = {make_code() for _ in range(50)}
    assert len(made) > 40
    assert all(read_code(code) == code for code in made)


def test_codes_in_a_name() -> None:
    assert codes_within("speaking-up-c-7f3h-j-booklet.pdf") == ["c-7f3h-j"]
    assert codes_within("speaking-up-c-7f3h-k.pdf") == []
    assert codes_within("xc-7f3h-jx") == []
