"""Units, rounds, holidays and programme editions as the log tells them."""
