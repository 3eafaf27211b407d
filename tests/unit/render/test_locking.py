from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.conftest import Built
from workbook.render.locking import lock

PASSWORD = "grün und blau"  # noqa: S105 - of the test alone


def test_a_locked_file_opens_with_its_password_alone(every_kind_pdf: Built) -> None:
    data = every_kind_pdf.path.read_bytes()
    locked = lock(data, PASSWORD)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked))
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as pdf, pikepdf.open(BytesIO(data)) as open_:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.encryption.stream_method is pikepdf.models.EncryptionMethod.aesv3
        assert pdf.allow.accessibility
        assert len(pdf.pages) == len(open_.pages)
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.docinfo["/Title"]) == str(open_.docinfo["/Title"])


def test_nothing_of_the_data_is_readable_without_it(every_kind_pdf: Built) -> None:
    locked = lock(every_kind_pdf.path.read_bytes(), "x")
    assert b"WeasyPrint" in every_kind_pdf.path.read_bytes()
    for word in (b"WeasyPrint", b"xmpmeta", b"pdfuaid", b"A page"):
        assert word not in locked
