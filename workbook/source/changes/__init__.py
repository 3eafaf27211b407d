"""Changes over an exercise: read, laid on, and held against a newer version."""
