"""Making it happen, and answering: commands, what comes in as a file, questions; what runs stands below them."""
