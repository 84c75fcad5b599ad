"""How a command happens: read, decided, appended with all that follows, or refused."""
