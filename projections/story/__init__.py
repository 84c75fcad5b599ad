"""One case told to people: its acts, its history in sentences, who set what."""
