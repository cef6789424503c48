"""Meta's Graph API on this machine: documented shape only."""
