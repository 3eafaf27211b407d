"""Make wishes into those for one client, and say what of the client's file will not be used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import click

from workbook.cli.clients.keeping import recorder
from workbook.cli.making.wishes import Keeping, Wishes
from workbook.cli.project import find_project
from workbook.errors import Code, Diagnostic, FindingsError, Severity
from workbook.model.exercise import Exercise
from workbook.model.page import PROFILES
from workbook.model.slots import SHARED
from workbook.source.clients.filling import unfilled
from workbook.source.clients.register import Register, open_to_others
from workbook.source.clients.suspicion import misfits, suspicious
from workbook.source.papers import unfit


def for_client(typed: str, wishes: Wishes, *, print_name: bool) -> Wishes:
    """Return wishes for one client: the profile and words of their file, unless another profile was typed.

    Raises:
        FindingsError: there is no such client, or the file has mistakes.
    """
    register = Register(find_project().folder)
    client = register.get(typed)
    reader, profile = wishes.reader, client.value.profile
    if profile is not None and click.get_current_context().params.get("profile") is None:
        if narrow := unfit(reader.paper, PROFILES[profile], client.document):
            raise FindingsError(narrow)
        reader = replace(reader, profile=PROFILES[profile])
    return replace(
        wishes,
        reader=reader,
        client=client,
        personal=client.value.personal(print_name=print_name),
        keeping=Keeping(private=True, record=recorder(register, client.value.code)),
    )


def remarks(wishes: Wishes, exercises: Iterable[Exercise], language: str) -> list[Diagnostic]:
    """Return warnings about a client's file: open to others, telling too much, words without a place."""
    client = wishes.client
    if client is None:
        return []
    known = set(SHARED).union(slot.id for exercise in exercises for slot in exercise.slots)
    found = [*open_to_others(client.path), *suspicious(client), *misfits(client)]
    found += unfilled(client, known, "Nothing on these pages has a slot of this name.")
    wanted = client.value.language
    if wanted is not None and wanted.split("-")[0] != language.split("-", maxsplit=1)[0]:
        found.append(
            Diagnostic(
                Code.OTHER_LANGUAGE,
                f"These pages are in `{language}`, and this file asks for another language.",
                "`workbook handout --language` changes a sheet's headings; the rest needs a translation.",
                client.document.span(("language",)),
                Severity.WARNING,
            )
        )
    return found
