"""The pages of whoever runs the machine: accounts; never what anybody typed."""
