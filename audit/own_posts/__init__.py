"""Screens of an agency's own posts: each a prompt to look, never a verdict."""
