"""Rules for where words and ideas come from."""
