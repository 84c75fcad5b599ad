"""Every list alike: filters, sort, columns and page in the address, the same rows as Excel and as CSV."""
