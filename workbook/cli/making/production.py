"""Make the files of a plan, one after the other, and report each."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import click

from workbook.cli.findings import as_json, print_findings, printable
from workbook.cli.making.status import Status, is_live
from workbook.cli.making.wishes import Job, Keeping, Plan
from workbook.compose.manuscript import Manuscript, Medium
from workbook.errors import Diagnostic, MissingToolError, shown_path
from workbook.render.locking import lock
from workbook.render.rendered import Rendered
from workbook.render.writing import prepare_destination, write_atomically

UNITS = {Medium.PRINT: "pages", Medium.EPUB: "sections", Medium.SCREEN: "pages"}


@dataclass(frozen=True)
class Product:
    """A file that was made; ``seconds`` count composing and rendering."""

    path: Path
    unit: str
    extent: int
    seconds: float
    size: int
    findings: tuple[Diagnostic, ...]


def produce(plan: Plan, *, quiet: bool, as_json_object: bool) -> None:
    """Make all files of a plan and say so: lines, nothing but warnings, or one JSON object.

    Raises:
        FindingsError: a file cannot be composed, rendered or written; those before it are made.
        MissingToolError, ModuleNotFoundError: an engine lacks what it stands on; the other files are made.
    """
    for job in plan.jobs:
        prepare_destination(job.path)
    silent = quiet or as_json_object
    width = max(len(shown_path(job.path)) for job in plan.jobs)
    units = max(len(UNITS[job.medium]) for job in plan.jobs)
    products, lacking = list[Product](), dict[Medium, Exception]()
    with Status(2 * len(plan.jobs), live=is_live() and not silent) as status:
        for job in plan.jobs:
            if job.medium in lacking:
                continue
            try:
                product = make(job, status, plan.keeping)
            except (MissingToolError, ModuleNotFoundError) as missing:
                lacking[job.medium] = missing
                continue
            products.append(product)
            if not silent:
                status.say(line(product, width, units))
    findings = dict.fromkeys([*plan.warnings, *(f for product in products for f in product.findings)])
    if as_json_object:
        click.echo(as_json(findings, files=[as_object(product) for product in products]))
    else:
        print_findings(findings)
    for reason in lacking.values():
        raise reason


def make(job: Job, status: Status, keeping: Keeping) -> Product:
    """Make one file. It stands in its client's ledger before it is on the disk, so that none is forgotten.

    Raises:
        FindingsError: it cannot be composed, rendered or written.
        MissingToolError: its engine is not installed.
    """
    name = printable(job.path.name)
    started = time.perf_counter()
    with redirect_stdout(io.StringIO()):  # WeasyPrint prints a page of advice where it lacks a library
        status.begin(f"Composing {name}")
        manuscript = job.compose()
        status.end()
        status.begin(f"Laying out {name}")
        rendered = (job.render or _engine(job.medium))(manuscript)
        status.end()
    seconds = time.perf_counter() - started
    data = lock(rendered.data, keeping.password) if keeping.password else rendered.data
    if keeping.record is not None:
        keeping.record(job.path)
    write_atomically(job.path, data, private=keeping.private)
    return Product(job.path, UNITS[job.medium], rendered.extent, seconds, len(data), rendered.findings)


def line(product: Product, width: int = 0, unit_width: int = 0) -> str:
    """Return what is said of a file, in columns: path, pages or sections, seconds."""
    unit = product.unit.removesuffix("s") if product.extent == 1 else product.unit
    path = printable(shown_path(product.path))
    return f"{path:<{width}}  {product.extent:>3} {unit:<{unit_width}}  {product.seconds:>4.1f} s"


def as_object(product: Product) -> dict[str, object]:
    """Return a file as plain data."""
    return {
        "path": shown_path(product.path),
        "format": product.path.suffix.removeprefix("."),
        "extent": product.extent,
        "unit": product.unit,
        "seconds": round(product.seconds, 3),
        "bytes": product.size,
    }


def _engine(medium: Medium) -> Callable[[Manuscript], Rendered]:
    """Return the engine of a medium. **Why** late: each is slow to load, and may lack what it stands on."""
    if medium is Medium.PRINT:
        from workbook.render.pdf import render_pdf

        return render_pdf
    if medium is Medium.SCREEN:
        from workbook.render.html import render_html

        return render_html
    from workbook.render.epub import render_epub

    return render_epub
