"""Workbooks that come back: found, read, judged, and what they decide recorded."""
