"""Mutation testing of the rules with mutmut, in a copy of the tree (docs/mutation.md)."""
