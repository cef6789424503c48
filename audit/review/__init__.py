"""The Review: every number that any report shows, and the words that go with numbers."""
