"""What it looks like: one read model per file, caught up with the log or rebuilt from it."""
