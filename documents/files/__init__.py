"""How a file or a folder is written: whole or not at all, and never over what somebody else put there."""
