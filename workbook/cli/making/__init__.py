"""From a person's wishes to files on the disk."""
