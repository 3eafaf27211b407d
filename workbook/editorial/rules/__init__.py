"""All house rules, in the order of their codes."""

from __future__ import annotations

from typing import Any

from workbook.editorial.rule import Rule
from workbook.editorial.rules.order.needs_later import NeedsLater
from workbook.editorial.rules.order.strong_first import StrongFirst
from workbook.editorial.rules.origin.provenance import KnownSeed
from workbook.editorial.rules.origin.shared import SharedSentence
from workbook.editorial.rules.safety.contact import ContactSentence
from workbook.editorial.rules.safety.crisis_age import CrisisAge
from workbook.editorial.rules.safety.crisis_number import CrisisNumber
from workbook.editorial.rules.safety.crisis_page import CrisisPage
from workbook.editorial.rules.safety.screen import SafetyScreen
from workbook.editorial.rules.safety.session import InSession
from workbook.editorial.rules.shape.action import OneAction
from workbook.editorial.rules.shape.answers import TooManyAnswers
from workbook.editorial.rules.shape.labels import Label
from workbook.editorial.rules.wording.avoided import AvoidedWord
from workbook.editorial.rules.wording.grade import ReadingGrade
from workbook.editorial.rules.wording.idioms import FigureOfSpeech
from workbook.editorial.rules.wording.length import SentenceLength
from workbook.editorial.rules.wording.people import PersonNamed
from workbook.editorial.rules.wording.protected import ProtectedName
from workbook.editorial.rules.wording.stress import Stress

RULES: tuple[Rule[Any], ...] = (
    CrisisPage(),
    CrisisAge(),
    ReadingGrade(),
    SentenceLength(),
    OneAction(),
    TooManyAnswers(),
    AvoidedWord(),
    Stress(),
    ProtectedName(),
    PersonNamed(),
    SafetyScreen(),
    ContactSentence(),
    InSession(),
    CrisisNumber(),
    KnownSeed(),
    Label(),
    SharedSentence(),
    FigureOfSpeech(),
    StrongFirst(),
    NeedsLater(),
)
