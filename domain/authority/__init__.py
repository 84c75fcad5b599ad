"""Authority by date: who holds which role, who may sign and enter for which organ."""
