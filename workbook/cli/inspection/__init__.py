"""Look at the machine: what is installed, what is missing."""
