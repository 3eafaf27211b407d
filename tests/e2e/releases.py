"""A small edition to release, and the command that does it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.unit.cli.conftest import ROOT

WORKBOOK = """\
id: two
version: 1.2.0
title: Two pages
subtitle: To try a release with
date: 2026-11-01
about: Two pages for adults who find it hard to say what they need.
theme: calm
front: [title-page, contents]
parts:
  - title: Two of them
    intro: Take one of them at a time.
    exercises: [boundary-where, strength-stood-up]
back: [crisis, colophon]
crisis: [uk]
"""
EDITION = """\
id: two
workbook: two
contributors:
  - name: The guided-workbook project
subjects:
  bisac: [SEL040000]
shops: [kobo]
"""
Done = subprocess.CompletedProcess[str]


def project(folder: Path, **changes: str) -> Path:
    """Return a folder with the edition and its workbook, one of them otherwise if need be."""
    for name, text in {"workbooks": WORKBOOK, "editions": EDITION}.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "two.yaml").write_text(changes.get(name, text), encoding="utf-8")
    return folder


def command(*arguments: str) -> list[str]:
    """Return the command line of ``workbook release``."""
    return [sys.executable, "-m", "workbook", "release", *arguments]


def run(folder: Path, *arguments: str, **environment: str) -> Done:
    """Run ``workbook release`` in a folder."""
    before = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command(*arguments), cwd=folder, env={**os.environ, **before, **environment}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
