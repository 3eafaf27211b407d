"""Guided therapy workbooks: YAML exercises become printable PDF and EPUB workbooks."""

__version__ = "0.1.0"
