"""From a book and a theme to a manuscript; no disk, no engine."""
