"""The page on which everybody looks after their own account."""
