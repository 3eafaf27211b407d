"""Read a text as a person does: whose it is, its sentences, its words, how hard it is."""
