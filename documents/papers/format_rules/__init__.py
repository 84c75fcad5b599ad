"""How papers of the Party are laid out, by date: data with a source for each value, read and checked."""
