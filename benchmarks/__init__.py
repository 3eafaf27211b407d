"""Speed, as ratios against a peer in one run: never as timed tests."""
