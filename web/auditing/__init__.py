"""The page of whoever inspects: is the log whole, refusals, who looked at whose file, accounts, self-given rights."""
