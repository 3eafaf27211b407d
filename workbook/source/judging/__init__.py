"""What is wrong with a value, in plain words: its type, its key, its text."""
