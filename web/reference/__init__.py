"""Pages to look things up: the register, a link to a position, and what is found by words."""
