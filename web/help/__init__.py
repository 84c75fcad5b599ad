"""The manual: how each page is used, every command with its fields, what is assumed; from the words of the pages."""
