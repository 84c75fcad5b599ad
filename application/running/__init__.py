"""What a running bontot is made of: settings, the system, the world a decision asks, its memory."""
