"""Small tagged documents straight from the engine, and a look into what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import weasyprint

from tests.tagtree import kids, read
from workbook.compose.manuscript import FontFace
from workbook.render.markup import font_face
from workbook.render.pdf import saved
from workbook.render.tagging import finish


@dataclass(frozen=True)
class Outcome:
    """A file before and after the tag pass, with both tag trees as text."""

    raw: bytes
    done: bytes
    before: str
    after: str


@dataclass(frozen=True)
class Engine:
    """WeasyPrint with a font of ours; writes into a folder."""

    face: FontFace
    folder: Path

    def print(self, body: str, css: str = "", **options: object) -> bytes:
        """Return WeasyPrint's own PDF/UA-1 of a body."""
        style = f"{font_face(self.face)} html {{ font: 12pt '{self.face.family}' }} {css}"
        html = (
            f"<!DOCTYPE html><html lang='en'><title>T</title><style>{style}</style><body>{body}</body></html>"
        )
        data: bytes = weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1", **options)
        return data

    def run(self, body: str, css: str = "", **options: object) -> Outcome:
        """Return a body's file before and after the pass; what holds for every file is checked here."""
        raw = self.print(body, css, **options)
        done = finished(raw)
        assert finished(raw) == done == finished(done)
        assert_whole(done)
        return Outcome(raw, done, self.tree(raw), self.tree(done))

    def tree(self, data: bytes) -> str:
        """Return a file's tag tree as text."""
        path = self.folder / "tree.pdf"
        path.write_bytes(data)
        return read(path)


def finished(data: bytes) -> bytes:
    """Return a file after the tag pass."""
    with pikepdf.open(BytesIO(data)) as pdf:
        finish(pdf)
        return saved(pdf)


def artifacts(data: bytes, kind: str) -> list[int]:
    """Return the number of artifacts of a type on each page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        form = b"/Artifact\n<</Type/%s>>\nBDC" % kind.encode()
        return [page.Contents.read_bytes().count(form) for page in pdf.pages]


def assert_whole(data: bytes) -> None:
    """Check that content, tree and parent tree name each other, and nothing else."""
    with pikepdf.open(BytesIO(data)) as pdf:
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(nums[::2], nums[1::2], strict=True))
        reached = {element.objgen for element in _elements(pdf.Root.StructTreeRoot.K[0])}
        for page in pdf.pages:
            numbers = [int(n) for n in re.findall(rb"/MCID (\d+)>>", page.Contents.read_bytes())]
            owners = list(parents.pop(page.StructParents))
            assert numbers == list(range(len(owners)))
            for number, owner in enumerate(owners):
                assert number in list(owner.K) and owner.objgen in reached
            for annotation in page.get("/Annots", []):
                owner = parents.pop(annotation.StructParent)
                held = [kid.Obj.objgen for kid in kids(owner) if not isinstance(kid, int) and "/Obj" in kid]
                assert annotation.objgen in held and owner.objgen in reached
        assert not parents


def _elements(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = [element]
    for kid in kids(element):
        if not isinstance(kid, int) and "/S" in kid:
            assert kid.P.objgen == element.objgen
            found.extend(_elements(kid))
    return found
