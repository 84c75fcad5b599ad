"""What is assumed where a guideline is silent: each default held against the real programmes."""
