"""Each clause of the guidelines broken on the real programme."""
