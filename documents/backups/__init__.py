"""A log put aside whole, and put back into an empty place."""
