"""The year-end review on pages: its figures and charts, then and now, what would be under another mark."""
