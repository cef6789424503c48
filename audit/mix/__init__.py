"""The party mix of the agency's lists: who counts, against what, and the rows of the Review."""

from audit.mix.rows import balance_rows

__all__ = ["balance_rows"]
