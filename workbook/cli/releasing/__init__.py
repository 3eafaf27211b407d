"""Make a release, or look at one again, and say what came of it."""
