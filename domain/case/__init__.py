"""The recognition case: its state, how events change it, how commands are decided."""
