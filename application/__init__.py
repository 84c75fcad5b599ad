"""Making it happen: who asks, what is loaded, decided, appended; settings and bootstrap."""
