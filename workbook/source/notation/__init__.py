"""YAML as it is written: nodes, their places, what a bare word means, what is refused."""
