"""Make the files of a plan, one after the other, and report each."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from workbook.cli.findings import as_json, print_findings, printable
from workbook.cli.making.status import Status, is_live
from workbook.cli.making.wishes import Job, Keeping, Plan
from workbook.compose.manuscript import Medium
from workbook.errors import Diagnostic, MissingToolError, shown_path
from workbook.render.confined.press import LIMITS, Press
from workbook.render.locking import lock
from workbook.render.rendered import Rendered
from workbook.render.writing import prepare_destination, write_atomically

UNITS = {Medium.PRINT: "pages", Medium.EPUB: "sections", Medium.SCREEN: "pages"}
Render = Callable[[int, Callable[[], None]], Rendered]
"""Makes the file of the task of that number; calls the other when its markup is ready."""


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
    units = max(len(UNITS[job.task.medium]) for job in plan.jobs)
    products, lacking = list[Product](), dict[Medium, Exception]()
    with Status(2 * len(plan.jobs), live=is_live() and not silent) as status, maker(plan) as render:
        for number, job in enumerate(plan.jobs):
            if job.task.medium in lacking:
                continue
            try:
                product = make(job, partial(render, number), status, plan.keeping)
            except (MissingToolError, ModuleNotFoundError) as missing:
                lacking[job.task.medium] = missing
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


@contextmanager
def maker(plan: Plan) -> Iterator[Render]:
    """Give what makes a file: in a confined process where the pages have something foreign, or here."""
    tasks = [job.task for job in plan.jobs]
    if plan.foreign is not None:
        with Press(tasks, plan.foreign.at, plan.foreign.roots, LIMITS) as press:
            yield press.make
        return

    def render_here(number: int, composed: Callable[[], None]) -> Rendered:
        with redirect_stdout(io.StringIO()):  # WeasyPrint prints a page of advice where it lacks a library
            engine = tasks[number].engine(apart=True)
            manuscript = tasks[number].compose()
            composed()
            return engine(manuscript)

    yield render_here


def make(
    job: Job, render: Callable[[Callable[[], None]], Rendered], status: Status, keeping: Keeping
) -> Product:
    """Make one file. It stands in its client's ledger before it is on the disk, so that none is forgotten.

    Raises:
        FindingsError: it cannot be composed, rendered or written.
        MissingToolError: its engine is not installed.
    """
    name = printable(job.path.name)
    started = time.perf_counter()
    status.begin(f"Composing {name}")

    def composed() -> None:
        status.end()
        status.begin(f"Laying out {name}")

    rendered = render(composed)
    status.end()
    seconds = time.perf_counter() - started
    data = lock(rendered.data, keeping.password) if keeping.password else rendered.data
    if keeping.record is not None:
        keeping.record(job.path)
    write_atomically(job.path, data, private=keeping.private)
    return Product(job.path, UNITS[job.task.medium], rendered.extent, seconds, len(data), rendered.findings)


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
