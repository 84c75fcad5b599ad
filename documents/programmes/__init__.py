"""A programme as people read it: its values with clauses and defaults, whole or beside the other guidelines."""
