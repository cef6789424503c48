"""Bringing the register up to date: what a source says otherwise, and accepting it."""
