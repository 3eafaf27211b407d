"""The editor that a person has chosen."""

from __future__ import annotations

import os

import click


def has_editor() -> bool:
    """Tell whether an editor was chosen. **Why** no other: who chose none may not know how to leave `vi`."""
    return bool(os.environ.get("VISUAL") or os.environ.get("EDITOR"))


def write(words: str) -> str:
    """Return words as the person has changed them, in the editor or else at the prompt."""
    if has_editor():
        return (click.edit(words) or words).strip()
    written: str = click.prompt("  Yours", default=words)
    return written.strip()
