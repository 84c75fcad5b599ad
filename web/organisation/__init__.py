"""Units and the persons who act for them, as of a day."""
