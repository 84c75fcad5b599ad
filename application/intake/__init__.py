"""What comes in as files: programmes, tables of offices, scenarios; and the log as a scenario again."""
