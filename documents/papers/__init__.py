"""The papers of a case that an office signs, one file each: what stands in it, never how it is drawn.

A new paper is a file here with its `PAPER` (`parts/paper.py`), and its words. `registry` finds it, `making` makes it;
`parts/` are what papers are made of, `format_rules/` how wide and how large by date, `drawing/` makes a file of it.
"""
