"""The pages about a release: filled templates in the looks of the theme Calm, whole in themselves."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workbook.theme.fonts import faces
from workbook.theme.lookup import Themes

_PAGES = Path(__file__).with_name("pages")
_MIME = {"jpg": "image/jpeg", "png": "image/png"}


def fill(template: str, **context: Any) -> bytes:
    """Return a page; nothing in it comes from elsewhere, and nothing runs."""
    return _environment().get_template(template).render(**context).encode("utf-8")


def embedded(picture: bytes, kind: str) -> str:
    """Return a picture as an address that carries it."""
    return f"data:{_MIME[kind]};base64,{b64encode(picture).decode('ascii')}"


@cache
def _environment() -> Environment:
    calm = Themes().find("calm")
    environment = Environment(
        loader=FileSystemLoader(_PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "t": calm.tokens,
        "faces": [
            {
                "weight": face.weight,
                "src": f"data:font/ttf;base64,{b64encode(face.path.read_bytes()).decode('ascii')}",
            }
            for face in faces(calm.tokens.font)
            if face.style == "normal"
        ],
    }
    return environment
