"""What several tests share; no test lives here."""
