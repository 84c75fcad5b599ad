"""Giving a command on a page: its form, what was typed, the check before it is sent, and what became of it."""
