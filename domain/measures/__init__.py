"""Measures: values that criteria compare, computed from what the log knows of a unit's year."""
