"""Clients: their files, what is made for them, what becomes of it."""
