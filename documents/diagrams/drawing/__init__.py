"""How a workflow becomes a picture: what to show, which row, which place, which line."""
