"""Who may act for what, on a day."""
