"""One command a file; each hands over to the rooms beside it."""
