"""outloud, a judge that only tests use: PyMuPDF, which it brings, is for no release."""
