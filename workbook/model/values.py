"""The values that texts may use, as ``{{ practice.name }}``."""

from __future__ import annotations

import re

VALUE = re.compile(r"\{\{\s*(?P<name>[a-z_]+(?:\.[a-z_]+)*)\s*\}\}")
"""A value's place in a text."""

NAMES = (
    "practice.name",
    "practice.therapist",
    "practice.phone",
    "practice.email",
    "practice.website",
)
"""All values there are; a text that uses another is a finding.

**Why** none from the workbook: an exercise's sheet depends on nothing but its own inputs.
"""
