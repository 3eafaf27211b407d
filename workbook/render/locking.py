"""Lock a finished PDF with a password: AES-256, as PDF 2.0 has it (ISO 32000-2, 7.6, revision 6).

The key and its salts are random by nature, so that two locked copies of one file differ.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

LONGEST = 127
"""Bytes of a password in UTF-8 that revision 6 counts (ISO 32000-2, 7.6.4.3.3)."""


def lock(data: bytes, password: str) -> bytes:
    """Return the PDF locked, its metadata too. Who opens it may do everything, reading aloud among it."""
    locked = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            locked,
            fix_metadata_version=False,
            encryption=pikepdf.Encryption(
                owner=password,
                user=password,
                R=6,
                allow=pikepdf.Permissions(accessibility=True),
                metadata=True,
            ),
        )
    return locked.getvalue()
