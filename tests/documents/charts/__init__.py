"""Charts: what a drawing shows is what it was given, and nothing sticks out of it."""
