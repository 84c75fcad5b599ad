"""What papers are made of: the content as data, the head, bases, signatures and recipients that they share."""
