"""Scoring: what a sheet comes to under a criteria set. Pure, and exact to the last fraction."""
