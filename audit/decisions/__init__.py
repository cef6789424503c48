"""Decisions that come back in workbooks: what they may say, and what becomes of every row."""
