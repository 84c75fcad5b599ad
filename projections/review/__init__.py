"""The year-end review: what happened in a year's rounds, folded from the log alone (docs/engine.md)."""
