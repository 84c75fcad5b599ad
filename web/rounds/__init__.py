"""Rounds: how far each has come, what is late, what is owed, how it is closed."""
