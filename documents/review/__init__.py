"""The year-end review as people read it: its sentences, its charts, its numbers and dates."""
