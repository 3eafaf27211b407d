"""House rules for words and safety: one file a rule, each with a code and a part in docs/rules.md."""
