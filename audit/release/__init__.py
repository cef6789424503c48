"""Chooses what of a review may be released: by a list of what is allowed, never of what is not."""
