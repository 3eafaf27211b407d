"""H018: figures of speech that translators stumble over."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from workbook.editorial.rule import WordingRule
from workbook.editorial.rules.wording.matching import Entry
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity

_OWN = "(?:your|my|their|his|her|our|one's)"

IDIOMS = (
    Entry(rf"butterflies in {_OWN} (?:stomach|tummy|belly)", "“a fluttering in your stomach”"),
    Entry(r"on the fence", "“not decided yet”"),
    Entry(rf"(?:bit|bite|bites|biting) {_OWN} tongue", "“keep quiet”"),
    Entry(r"the elephant in the room", "“what nobody speaks of”"),
    Entry(r"under the weather", "“unwell”"),
    Entry(r"a piece of cake", "“easy for you”"),
    Entry(r"the last straw", "“the thing that was too much”"),
    Entry(
        rf"(?:get|got|gets|take|took|takes) (?:it|this|that|something) off {_OWN} chest", "“say it at last”"
    ),
    Entry(rf"(?:put|puts|putting) {_OWN} foot down", "“say no and mean it”"),
    Entry(rf"(?:stand|stood|stands|standing) {_OWN} ground", "“stay with what you said”"),
    Entry(rf"(?:hold|held|holds|holding) {_OWN} (?:ground|own)", "“stay with what you said”"),
    Entry(r"cold feet|wobbly knees|weak at the knees", "“afraid at the last moment”"),
    Entry(r"walk(?:s|ed|ing)? on egg ?shells", "“be careful all the time”"),
    Entry(r"(?:push|pushes|pushed|pushing) (?:your|my|their|his|her) buttons", "“upset you on purpose”"),
    Entry(rf"(?:lose|loses|lost|losing) {_OWN} (?:temper|cool|head)", "“get very angry”"),
    Entry(r"(?:see|saw|sees|seeing) red(?! [a-z])", "“get very angry”"),
    Entry(r"out of the blue", "“with no warning”"),
    Entry(r"at the end of (?:your|my|their|his|her) (?:tether|rope)", "“with no strength left”"),
    Entry(r"(?:on the brink|over the edge)(?! of)", "“close to too much”"),
    Entry(r"(?:rock|rocks|rocked|rocking) the boat", "“cause trouble”"),
    Entry(r"(?:sweep|swept|sweeping) (?:it|things|this|that) under the (?:rug|carpet)", "“hide it”"),
    Entry(r"(?:open|opens|opened|opening) (?:up )?a can of worms", "“start something hard to stop”"),
    Entry(r"(?:hit|hits|hitting) (?:rock bottom|a wall|the roof|a nerve)", "what happens, in plain words"),
    Entry(r"(?:touch|touched|struck|strike) a nerve", "“hurt in a sore place”"),
    Entry(r"(?:in|into) (?:your|my|their) shoes", "“in your place”"),
    Entry(r"(?:in|into) (?:someone|somebody)(?: else)?'s shoes", "“in another person's place”"),
    Entry(r"(?:a )?pat on the back", "“a kind word”"),
    Entry(r"(?:go|goes|went|going) the extra mile", "“do more than was asked”"),
    Entry(r"(?:let|lets|letting) (?:your|my|their) guard down", "“be less careful”"),
    Entry(r"(?:keep|kept|keeps|keeping) (?:your|my|their) chin up", "“carry on”"),
    Entry(r"(?:wear|wears|wore) (?:your|my|their) heart on (?:your|my|their) sleeve", "“show what you feel”"),
    Entry(r"(?:spill|spills|spilt|spilled) the beans", "“tell it”"),
    Entry(r"(?:cut|cuts|cutting) corners", "“do less than you meant to”"),
    Entry(r"(?:drop|drops|dropped) the ball", "“forget something”"),
    Entry(r"(?:throw|throws|threw) in the towel", "“give up”"),
    Entry(r"(?:beat|beats|beating) around the bush", "“not say it straight”"),
    Entry(r"(?:break|breaks|broke|breaking) the ice", "“say a first word”"),
    Entry(r"blow(?:s|ing)? off steam|let(?:s|ting)? off steam", "“let it out”"),
    Entry(r"bottl(?:e|es|ed|ing) (?:it|them|things|that|this)? ?up", "“keep it in”"),
    Entry(r"off the hook", "“free of it”"),
    Entry(r"once in a blue moon", "“very seldom”"),
    Entry(r"the tip of the iceberg", "“a small part of it”"),
    Entry(r"in the same boat", "“in the same place”"),
    Entry(r"(?:a )?rule of thumb", "“a simple rule”"),
    Entry(r"a blessing in disguise", "“a good thing that did not look like one”"),
    Entry(r"back to square one", "“at the start again”"),
    Entry(r"(?:call|calls|called) it a day", "“stop here”"),
    Entry(r"by heart", "“without looking”"),
    Entry(r"(?:down|feeling) in the dumps", "“very low”"),
    Entry(r"second nature", "“something you do without thinking”"),
)
"""Real idioms: put word for word into another language they say something else, or nothing."""


class FigureOfSpeech(WordingRule):
    """An idiom in a client's text."""

    code = Code.FIGURE_OF_SPEECH
    title = "a figure of speech"
    severity = Severity.WARNING

    def check(self, subject: Subject[BaseModel]) -> Iterator[Diagnostic]:
        """Yield a finding for each idiom."""
        for passage in subject.client_passages:
            for entry in IDIOMS:
                for match in entry.pattern.finditer(passage.text):
                    yield self.finding(
                        f"“{' '.join(match[0].split())}” cannot be put into another language word for word.",
                        f"Write {entry.instead}, or in plain words what happens.",
                        subject.span_within(passage, *match.span()),
                    )
