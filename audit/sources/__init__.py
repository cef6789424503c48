"""Lists of flagged accounts and sources: reading them, and matching accounts and links to them."""
