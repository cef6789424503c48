"""The Threads API on this machine: documented shape only."""
