"""H010: people's names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from workbook.editorial.rule import WordingRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic

NAMES = frozenset(
    """
    Aaron Abigail Abdul Adam Ahmed Aisha Alan Albert Alejandro Alex Alexander Alice Alison Amanda Amelia Amina Amy
    Andrea Andrew Angela Anita Ann Anna Anne Anthony Antonio Ashley Barbara Benjamin Bernard Beth Betty Brenda Brian
    Bridget Bruce Camille Carlos Caroline Catherine Charles Chloe Chris Christina Christine Christopher Claire Clara
    Colin Connor Craig Cynthia Daniel Danielle Darren David Deborah Debra Deepak Dennis Derek Diana Diane Diego Dimitri
    Donald Donna Dorothy Dylan Edward Eileen Elena Eleanor Elizabeth Ella Ellen Emily Emma Eric Erin Esther Ethan Evelyn
    Fatima Fiona Francesca Gabriel Gareth Gary Gemma Geoffrey George Gerald Gillian Giulia Gloria Graham Gregory Hannah
    Harold Harriet Heather Helen Henry Ian Ingrid Isaac Isabel Isabella Ivan Jacob James Jamal Jane Janet Jason Jeffrey
    Jennifer Jessica Joan Joanna Joanne John Jonathan José Joseph Joshua Juan Judith Julia Julie Karen Karl Katherine
    Kathleen Katie Keith Kelly Kenneth Kevin Kimberly Laura Lauren Leah Leila Liam Linda Lisa Louise Lucas Lucy Luke
    Margaret Maria Marie Martha Matthew Maureen Megan Mei Melissa Michael Michelle Mohammed Monica Muhammad Nancy Naomi
    Natalie Nathan Nicholas Nicola Nicole Nigel Noah Olga Olivia Omar Oscar Pamela Patricia Patrick Paul Paula Pedro
    Peter Philip Priya Rachel Raj Rajesh Rebecca Richard Robert Roger Ronald Rosemary Ruth Ryan Sally Samantha Samuel
    Sandra Sanjay Sara Sarah Scott Sean Sharon Shaun Sheila Simon Sofia Sophia Sophie Stephanie Stephen Steven Stuart
    Susan Suzanne Tamara Teresa Theresa Thomas Timothy Tracy Valerie Vanessa Veronica Vincent Vikram Walter Wayne Wendy
    William Yasmin Yusuf Yvonne Zainab Zoe
    """.split()
)
"""First names that are nothing else in English: no Will, Grace, Mark, May, Hope, Faith, Joy, Rose, June, Jordan."""

_SAID = "said|says|asked|asks|told|tells|replied|replies|answered|felt|thought|wrote|writes|smiled|laughed|cried"
_WORD = re.compile(r"(?<![\w’'-])[A-ZÉÀ-Þ][a-zß-ÿ]+(?![a-zß-ÿ])")
_SPEAKS = re.compile(rf"(?<=[a-z,;:] )(?P<name>[A-Z][a-z]+) (?:{_SAID})\b")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?P<name>[A-Z][a-z]+)")
_NOT_NAMES = frozenset(
    """
    Mum Mom Mummy Mother Dad Daddy Father Grandma Granny Gran Nan Grandad Grandpa Auntie Aunt Uncle God I
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December
    """.split()
)


class PersonNamed(WordingRule):
    """A person's name in a client's text: the pages are about the reader, and no one's story is told."""

    code = Code.PERSON_NAMED
    title = "a person's name"

    def check(self, subject: Subject[BaseModel]) -> Iterator[Diagnostic]:
        """Yield a finding for each name."""
        for passage in subject.client_passages:
            for start, name in sorted(_names(passage.text)):
                yield self.finding(
                    f"“{name}” is a person's name.",
                    "Say who it is to the reader: my manager, a friend, the neighbour upstairs.",
                    subject.span_within(passage, start, start + len(name)),
                )


def _names(text: str) -> set[tuple[int, str]]:
    found = {(m.start(), m[0]) for m in _WORD.finditer(text) if m[0] in NAMES}
    for pattern in (_SPEAKS, _TITLED):
        found |= {(m.start("name"), m["name"]) for m in pattern.finditer(text) if m["name"] not in _NOT_NAMES}
    return found
