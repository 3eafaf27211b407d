"""Clients' files: found by code, read without a word of them in any finding."""
