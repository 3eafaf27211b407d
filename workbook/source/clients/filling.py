"""Which of a client's words have a place on the pages that are made."""

from __future__ import annotations

from collections.abc import Collection

from workbook.errors import Code, Diagnostic, Severity
from workbook.model.client import Client
from workbook.source.judging import meant
from workbook.source.loading import Loaded

_HINT = "docs/values.md lists the slots that all exercises share."


def unfilled(client: Loaded[Client], known: Collection[str], message: str) -> list[Diagnostic]:
    """Warn of a client's slots that none of the known ones is; the hint names one that is alike."""
    return [
        Diagnostic(
            Code.UNUSED_CLIENT_SLOT,
            message,
            f"Did you mean `{like}`?" if (like := meant.closest(slot, known)) else _HINT,
            client.document.span(("slots", slot), key=True),
            Severity.WARNING,
        )
        for slot in client.value.slots
        if slot not in known
    ]
