"""Tables that offices send, Excel or CSV, read as people see them in the file, or refused with the place."""
