"""Turns frames into one Review; the command and the run sit on top."""

__version__ = "0.1.0"
