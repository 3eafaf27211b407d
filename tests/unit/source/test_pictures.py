from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.source.pictures import Picture, read_picture
from workbook.source.pictures.kind import Kind

HERE = Span(Path("theme.yaml"), 5, 9)
SHAPE = '<path d="M0 0h10v10z" fill="#336699"/>'


def _svg(inner: str, more: str = 'viewBox="0 0 10 10"') -> str:
    links = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {links} {more}>\n{inner}\n</svg>'


def _png(size: tuple[int, int] = (30, 20), colour: str = "#336699", **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG", **options)
    return buffer.getvalue()


def _jpeg(size: tuple[int, int] = (30, 20), **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "#336699").save(buffer, "JPEG", **options)
    return buffer.getvalue()


def _read(folder: Path, name: str, data: bytes | str) -> Picture:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_picture(path, [folder], HERE)


def _refusal(folder: Path, name: str, data: bytes | str) -> Diagnostic:
    with pytest.raises(FindingsError) as caught:
        _read(folder, name, data)
    (finding,) = caught.value.findings
    assert finding.span == HERE
    assert name in finding.message
    return finding


def test_each_kind_is_known_by_what_it_holds(tmp_path: Path) -> None:
    assert _read(tmp_path, "a.png", _png()).kind is Kind.PNG
    assert _read(tmp_path, "a.JPG", _jpeg()).kind is Kind.JPEG
    assert _read(tmp_path, "a.svg", _svg(SHAPE)).kind is Kind.SVG


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.png", "<html>no</html>", Code.NOT_A_PICTURE),
        ("a.png", b"GIF89a....", Code.NOT_A_PICTURE),
        ("a.png", b"", Code.NOT_A_PICTURE),
        ("a.png", _png()[:60], Code.NOT_A_PICTURE),
        ("a.jpg", _jpeg()[:300], Code.NOT_A_PICTURE),
        ("a.svg", "<svg", Code.NOT_A_PICTURE),
        ("a.svg", _svg(""), Code.NOT_A_PICTURE),
        ("a.svg", _svg(SHAPE, ""), Code.NOT_A_PICTURE),
        ("a.svg", _svg(SHAPE, 'viewBox="0 0 0 10"'), Code.NOT_A_PICTURE),
        ("a.svg", _svg(SHAPE).encode("utf-16"), Code.NOT_A_PICTURE),
        ("a.png", _jpeg(), Code.PICTURE_MISNAMED),
        ("a.svg", _png(), Code.PICTURE_MISNAMED),
    ],
)
def test_what_is_no_picture(tmp_path: Path, name: str, data: bytes | str, code: Code) -> None:
    assert _refusal(tmp_path, name, data).code is code


def test_a_small_file_of_too_many_pixels_is_not_opened(tmp_path: Path) -> None:
    size = (6000).to_bytes(4) + (6000).to_bytes(4)
    data = _png()
    bomb = data[:16] + size + data[24:]
    assert _refusal(tmp_path, "a.png", bomb).code in {Code.PICTURE_TOO_LARGE, Code.NOT_A_PICTURE}
    real = io.BytesIO()
    Image.new("1", (6000, 5000)).save(real, "PNG")
    assert _refusal(tmp_path, "a.png", real.getvalue()).code is Code.PICTURE_TOO_LARGE


@pytest.mark.parametrize("name", ["missing.png", "folder"])
def test_a_file_that_cannot_be_read_is_told_at_the_token(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FindingsError) as caught:
        read_picture(tmp_path / name, [tmp_path], HERE)
    assert caught.value.findings[0].span == HERE


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inner = tmp_path / "theme"
    inner.mkdir()
    (tmp_path / "outside.png").write_bytes(_png())
    (inner / "logo.png").symlink_to(tmp_path / "outside.png")
    with pytest.raises(FindingsError) as caught:
        read_picture(inner / "logo.png", [inner], HERE)
    assert caught.value.findings[0].code is Code.FILE_OUTSIDE


def test_a_photographs_notes_do_not_get_through(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "A Photographer"
    exif[0x0112] = 6  # taken on its side
    picture = _read(tmp_path, "a.jpg", _jpeg((40, 20), exif=exif))
    assert b"Photographer" not in picture.data
    assert (picture.width, picture.height) == (20, 40)


def test_a_large_picture_is_made_smaller(tmp_path: Path) -> None:
    picture = _read(tmp_path, "a.png", _png((3000, 1500)))
    assert (picture.width, picture.height) == (1200, 600)


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    assert _read(tmp_path, "a.png", _png()) == _read(tmp_path, "b.png", _png())


@pytest.mark.parametrize(
    ("inner", "code", "words"),
    [
        ("<script>alert(1)</script>", Code.PICTURE_NOT_SAFE, "`script`, in its line 2"),
        ("<foreignObject/>", Code.PICTURE_NOT_SAFE, "`foreignObject`"),
        ("<text>Riverside</text>", Code.PICTURE_NOT_SAFE, "`text`"),
        ('<image href="data:image/png;base64,AAAA"/>', Code.PICTURE_NOT_SAFE, "`image`"),
        ('<g onclick="x()"/>', Code.PICTURE_NOT_SAFE, "script"),
        ('<use href="other.svg#a"/>', Code.PICTURE_NOT_SAFE, "outside"),
        ('<use xlink:href="https://example.org/a.svg#a"/>', Code.PICTURE_NOT_SAFE, "outside"),
        ('<path d="M0 0" fill="url(https://example.org/a)"/>', Code.PICTURE_NOT_SAFE, "outside"),
        ('<path d="M0 0" style="fill: URL( file:///etc/passwd )"/>', Code.PICTURE_NOT_SAFE, "outside"),
        ("<style>@import 'a.css';</style>", Code.PICTURE_NOT_SAFE, "@import"),
        ("<style>g > path {fill: red}</style>", Code.PICTURE_NOT_SAFE, "style for"),
        ('<g id="a"><use href="#a"/></g>', Code.PICTURE_TOO_LARGE, "shapes"),
        ('<clipPath id="a" clip-path="url(#a)"/><g clip-path="url(#a)"/>', Code.PICTURE_TOO_LARGE, "shapes"),
        (
            '<style>.c{clip-path:url(#a)}</style><clipPath id="a"><path d="M0 0" class="c"/></clipPath>',
            Code.PICTURE_TOO_LARGE,
            "shapes",
        ),
        ("<g>" * 40 + "</g>" * 40, Code.PICTURE_TOO_LARGE, "deep"),
        ("<path/>" * 6000, Code.PICTURE_TOO_LARGE, "shapes"),
    ],
)
def test_a_drawing_that_is_more_than_shapes(tmp_path: Path, inner: str, code: Code, words: str) -> None:
    finding = _refusal(tmp_path, "a.svg", _svg(inner + SHAPE))
    assert finding.code is code
    assert words in finding.message


def test_a_few_lines_that_draw_a_thousand_million_shapes(tmp_path: Path) -> None:
    groups = "".join(
        f'<g id="n{n}">' + f'<use href="#n{n - 1}"/>' * 10 + "</g>" if n else f'<g id="n0">{SHAPE}</g>'
        for n in range(9)
    )
    assert _refusal(tmp_path, "a.svg", _svg(groups)).code is Code.PICTURE_TOO_LARGE


def test_entities_are_refused_before_they_unfold(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n' + _svg("&a;" + SHAPE)
    assert _refusal(tmp_path, "a.svg", "<?xml version='1.0'?>" + bomb).code is Code.PICTURE_NOT_SAFE


def test_an_editors_notes_and_unknown_attributes_are_left_out(tmp_path: Path) -> None:
    inner = (
        '<metadata>Drawn by somebody</metadata><i:note xmlns:i="urn:x">secret</i:note><!-- hidden -->'
        '<style>.a, path { fill: #112233; behaviour: x }</style><path d="M0 0h5v5z" class="a" data-name="b"/>'
    )
    text = _read(tmp_path, "a.svg", _svg(inner)).data.decode()
    for gone in ("somebody", "secret", "hidden", "data-name", "behaviour", "style"):
        assert gone not in text
    assert 'fill="#112233"' in text


def test_a_drawings_size_is_its_view_box_or_its_sides(tmp_path: Path) -> None:
    one = _read(tmp_path, "a.svg", _svg(SHAPE, 'viewBox="0,0 300,100"'))
    other = _read(tmp_path, "b.svg", _svg(SHAPE, 'width="30mm" height="10mm"'))
    assert one.width / one.height == other.width / other.height == 3


def test_grey_has_no_colour(tmp_path: Path) -> None:
    png = _read(tmp_path, "a.png", _png()).grey()
    with Image.open(io.BytesIO(png.data)) as image:
        assert image.mode == "L"
    inner = '<path d="M0 0h5v5z" style="fill:rgb(200,20,20)"/><g stroke="teal" fill="none"/>' + SHAPE
    text = _read(tmp_path, "a.svg", _svg(inner)).grey().data.decode()
    assert 'fill="none"' in text
    assert "teal" not in text and "336699" not in text and "rgb" not in text
