"""Tests of programmes/."""
