"""Hostile things that are too large, too small or too strange to lie in the repository: made for each run."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

SECRET = "xyzzy-not-yours"  # noqa: S105 - no password
THEME = Path("templates/mine")
SHEET = THEME / "sections/exercise.html.j2"


def deep_yaml(folder: Path) -> None:
    _put(folder / "exercises/x.yaml", "id: x\nblocks: " + "[" * 100_000)


def giant_text(folder: Path) -> None:
    _put(folder / "exercises/x.yaml", "id: x\ntitle: " + "a" * 3_000_000)


def many_values(folder: Path) -> None:
    _put(folder / "exercises/x.yaml", "id: x\nblocks: [" + "1, " * 100_000 + "1]")


def steering_name(folder: Path) -> None:
    _put(folder / "exercises/\x1b]0;owned\a\x1b[2Jx.yaml", "lable: 1\n")


def many_exercises(folder: Path) -> None:
    shelf = folder / "exercises"
    for number in range(10_000):
        _put(shelf / f"x-{number}.yaml", "")


def deep_folders(folder: Path) -> None:
    here = folder / "exercises"
    for _ in range(200):
        here /= "d"
    here.mkdir(parents=True)


def pipe(folder: Path) -> None:
    (folder / "exercises").mkdir()
    os.mkfifo(folder / "exercises/x.yaml")


def endless_file(folder: Path) -> None:
    (folder / "exercises").mkdir()
    (folder / "exercises/x.yaml").symlink_to("/dev/zero")


def link_out(folder: Path) -> None:
    (folder / "exercises").mkdir()
    (folder / "exercises/x.yaml").symlink_to(_outside(folder) / "secret.yaml")


def folder_out(folder: Path) -> None:
    (folder / "exercises").symlink_to(_outside(folder))


def practice_out(folder: Path) -> None:
    (folder / "practice.yaml").unlink()
    (folder / "practice.yaml").symlink_to(_outside(folder) / "secret.yaml")


def link_ring(folder: Path) -> None:
    (folder / "exercises").mkdir()
    (folder / "exercises/x.yaml").symlink_to("x.yaml")


def template_out(folder: Path) -> None:
    (folder / SHEET).parent.mkdir()
    (folder / SHEET).symlink_to(_outside(folder) / "secret.yaml")


def template_pipe(folder: Path) -> None:
    (folder / SHEET).parent.mkdir()
    os.mkfifo(folder / SHEET)


def style_out(folder: Path) -> None:
    (folder / THEME / "print.css").symlink_to(_outside(folder) / "secret.yaml")


def theme_out(folder: Path) -> None:
    outside = _outside(folder)
    (folder / THEME).rename(outside / "mine")
    (folder / THEME).symlink_to(outside / "mine")


def themes_out(folder: Path) -> None:
    outside = _outside(folder)
    (folder / "templates").rename(outside / "templates")
    (folder / "templates").symlink_to(outside / "templates")


def logo_out(folder: Path) -> None:
    Image.new("RGB", (400, 400)).save(_outside(folder) / "secret.png")
    (folder / THEME / "logo.png").symlink_to(_outside(folder) / "secret.png")
    _logo(folder, "logo.png")


def png_bomb(folder: Path) -> None:
    _bomb(folder / THEME / "logo.png")
    _logo(folder, "logo.png")


def cover_bomb(folder: Path) -> None:
    _bomb(folder / "cover.png")
    _put(folder / "editions/x.yaml", "id: x\nworkbook: speaking-up\ncover: cover.png\n")


def jpeg_called_png(folder: Path) -> None:
    Image.new("RGB", (400, 400)).save(folder / THEME / "logo.png", "JPEG")
    _logo(folder, "logo.png")


def laughing_drawing(folder: Path) -> None:
    lines = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    head = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{"".join(lines)}]>'
    _put(folder / THEME / "logo.svg", f'{head}<svg xmlns="http://www.w3.org/2000/svg">&a11;</svg>')
    _logo(folder, "logo.svg")


def drawing_of_drawings(folder: Path) -> None:
    _put(folder / THEME / "logo.svg", _repeated(11))
    _logo(folder, "logo.svg")


def deep_markup(folder: Path) -> None:
    _sheet(folder, '<section id="{{ id }}">' + "<div>" * 2000 + "</div>" * 2000 + "</section>")


def deep_expression(folder: Path) -> None:
    _sheet(folder, "{{ " + "(" * 50_000 + "1" + ")" * 50_000 + " }}")


def cover_without_end(folder: Path) -> None:
    _put(folder / THEME / "cover.svg.j2", _repeated(11))


def giant_number(folder: Path) -> None:
    _put(folder / THEME / "a.html.j2", "{{ " + "9" * 100_000 + " }}")


def long_chain(folder: Path) -> None:
    _sheet(folder, "{{ id" + ".a" * 100_000 + " }}")


def giant_stylesheet(folder: Path) -> None:
    _put(folder / THEME / "print.css", "p { color: red }\n" * 200_000)


def boxes_in_boxes(folder: Path) -> None:
    flex = '<div style="display:flex"><div style="display:flex">'
    _sheet(folder, f'<section id="{{{{ id }}}}">{flex * 12}a{"</div></div>" * 12}</section>')


def drawing_in_page(folder: Path) -> None:
    _sheet(folder, f'<section id="{{{{ id }}}}">{_repeated(9)}</section>')


def modules_in_folder(folder: Path) -> None:
    for name in ("json", "random", "pickle", "weasyprint", "workbook"):
        _put(folder / f"{name}.py", "import pathlib\npathlib.Path('ran').touch()\n")


GENERATORS: dict[str, Callable[[Path], None]] = {
    name.replace("_", "-"): made
    for name, made in list(globals().items())
    if callable(made) and getattr(made, "__module__", "") == __name__ and not name.startswith("_")
}


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _sheet(folder: Path, template: str) -> None:
    _put(folder / SHEET, template)


def _logo(folder: Path, name: str) -> None:
    with (folder / THEME / "theme.yaml").open("a", encoding="utf-8") as file:
        file.write(f"tokens:\n  logo: {name}\n")


def _repeated(levels: int) -> str:
    """Return a drawing of a few lines that draws ten to the power of ``levels`` squares."""
    uses = {n: f"<use href='#g{n - 1}'/>" * 10 for n in range(1, levels + 1)}
    groups = [f'<g id="g{n}">{inner}</g>' for n, inner in uses.items()]
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">'
    return f'{head}<rect id="g0" width="1" height="1"/>{"".join(groups)}</svg>'


def _outside(folder: Path) -> Path:
    outside = folder.parent / "outside"
    if not outside.exists():
        _put(outside / "secret.yaml", f"{SECRET}: {SECRET}\n")
    return outside


def _bomb(path: Path) -> None:
    """Write a PNG of 60 000 × 60 000 pixels in a few kilobytes."""
    size = 60_000

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", size, size, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (1 + size // 8) * 100, 9)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
