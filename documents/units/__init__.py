"""Workbooks for the table of units: the empty one to fill in, and the answer to one that was sent."""
