"""Find and read YAML files: every value typed, every mistake located."""
