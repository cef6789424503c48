"""Lists that anybody may fetch, one file for each: what it is, where it is, and how it is read."""
