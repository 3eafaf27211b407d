"""Finished files in, findings or new files out: what a printer needs."""
