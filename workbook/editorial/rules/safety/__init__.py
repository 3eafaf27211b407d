"""Rules that keep people safe: the screens on a sheet, and where to find help."""
