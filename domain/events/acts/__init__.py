"""What happens in a case: for each act the record that its command asks for, and the event that holds it."""
