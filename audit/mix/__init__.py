"""The party mix of the agency's lists: who counts, against what, and the rows of the Review."""
