"""Workbooks for the table of units."""
