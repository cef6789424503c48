"""The political register: who holds or seeks public office, for which party, from when to when."""

from audit.register.register import Register, load, pack_files, shipped

__all__ = ["Register", "load", "pack_files", "shipped"]
