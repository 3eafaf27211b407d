"""The command line: Click lives here and nowhere else."""
