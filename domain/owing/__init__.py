"""What organs owe under a programme in a round: duties and reports, open, done, due and late."""
