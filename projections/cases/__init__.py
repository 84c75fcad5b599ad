"""Cases as lists: where each stands, who must act, which recognitions stand."""
