"""The form pass: makes labelled fields of the rooms on a page, to be filled in on a screen.

**Why** not the engine's own forms: their fields cannot go on over a page, have no words for each choice, and
stand where an `input` stands, not where the room is. Here the room itself is the field, so the page is laid
out as it is for paper. References: ISO 32000-1:2008, 12.7 for forms; ISO 14289-1:2014 (PDF/UA-1), 7.18.
"""
