"""Who comes in: accounts and their second factor, sessions, invitations, a lock that tells nobody who exists."""
