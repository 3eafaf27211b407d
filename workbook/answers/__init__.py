"""What comes back from a client: filled pages in, the answers' words out. Nothing of it is kept."""
