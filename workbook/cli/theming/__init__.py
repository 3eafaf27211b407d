"""Themes from the command line: list them, say where things come from, copy a template, begin one."""
