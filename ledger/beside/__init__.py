"""What is kept beside the log and is no part of it: accounts, sessions, invitations, drafts, who looked at whom."""
