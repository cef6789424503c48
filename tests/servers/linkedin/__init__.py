"""LinkedIn's interface on this machine: documented shape only."""
