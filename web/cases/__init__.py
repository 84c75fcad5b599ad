"""A case on pages: where it stands, its sheets side by side, its papers, what may be done, who did what and when."""
