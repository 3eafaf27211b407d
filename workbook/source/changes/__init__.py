"""Changes over an exercise: laid on, held against a newer version, written, and shown."""
