"""Engines: a manuscript in, a file's bytes out."""
