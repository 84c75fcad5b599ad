"""Pages for people at work: layout over the questions, forms and words of the house, and the way in."""
