"""What a person does with a change: begin it, compare it, bring it up to date."""
