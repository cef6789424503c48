"""Servers that answer as Mastodon does: a stateful one with a layer of ours, and recordings."""
