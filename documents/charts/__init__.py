"""Charts drawn as SVG on the server: exact numbers in, the same text out; no script, no style sheet."""
