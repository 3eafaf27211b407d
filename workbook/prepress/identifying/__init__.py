"""What in a finished file could tell whose it is: read from the file itself, not from what made it."""
