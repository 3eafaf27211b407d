"""``workbook check``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "shape",
    type=click.Choice(["human", "short", "json", "github"]),
    default="human",
    show_default=True,
    help="For a person, one a line, for a program, for GitHub Actions.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as mistakes.")
@click.option("--stats", is_flag=True, help="Print each exercise's reading grades, minutes and answers.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], shape: str, strict: bool, stats: bool) -> None:
    """Look for mistakes in your files.

    PATH is a file or a folder, or a finished EPUB. Without one, your whole practice folder is checked;
    where there is none, all content of this folder and of the program.

    \b
    Examples:
      workbook check
      workbook check exercises/mine.yaml
      workbook check workbooks --strict
      workbook check --stats
      workbook check dist/speaking-up.epub
      workbook check --format github
    """
    from workbook.cli.authoring.checking import check_and_report

    ctx.exit(check_and_report(paths, shape, strict=strict, stats=stats))
