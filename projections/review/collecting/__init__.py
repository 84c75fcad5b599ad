"""What a review keeps of the log: read narrowly, in parts, put together."""
