"""What is printed and read in: pages of documentation drawn from the code."""
