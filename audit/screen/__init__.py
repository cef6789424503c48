"""Screening texts for words of an agency's lists: each a prompt to look, never a verdict."""
