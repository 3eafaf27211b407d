"""Themes: looking up templates and stylesheets, the tokens, the sandboxed Jinja environment."""
