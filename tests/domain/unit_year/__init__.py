"""Tests of the unit-year."""
