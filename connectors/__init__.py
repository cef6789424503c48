"""Turns platforms, exports and hand-kept lists into frames; knows no parties and no reports."""
