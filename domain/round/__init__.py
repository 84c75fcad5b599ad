"""A round: the version it froze, its pilot list, extensions, reviews and commendations."""
