"""What people ask, answered from read models and the log."""
