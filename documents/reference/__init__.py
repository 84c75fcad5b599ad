"""What is written of commands, programme files and scenarios, drawn from the code for `docs/`."""
