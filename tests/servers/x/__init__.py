"""X on this machine: a stateful fake of X API v2, held to what X has published of it."""
