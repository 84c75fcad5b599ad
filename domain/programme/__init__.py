"""Programmes as data: the records of a programme file, its reading, its checks."""
