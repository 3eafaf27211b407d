"""Write content: start a file, and find its mistakes."""
