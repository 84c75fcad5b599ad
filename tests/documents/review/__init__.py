"""The review as people read it."""
