"""Rules for words: easy to read, kind, nobody's own, plain enough to translate."""
