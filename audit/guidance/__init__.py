"""The guidance as data, and how one review stands to each of its clauses."""
