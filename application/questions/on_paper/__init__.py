"""What papers tell of a case, as the log knew it at a position: nothing of today is in it."""
