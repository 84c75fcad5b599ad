"""Usage, help and errors of the command line, in the language chosen; docs/decisions/0024 says how."""
