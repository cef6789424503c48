"""YouTube on this machine: a stateful fake of the Data API v3, held to Google's own description."""
