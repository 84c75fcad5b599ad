"""Programmes in words: what each asks, by which clause, what is assumed and why, drawn, and two versions compared."""
