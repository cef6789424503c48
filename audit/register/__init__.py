"""The political register: who holds or seeks public office, for which party, from when to when."""

from audit.register.overlay import overlay_files
from audit.register.register import (
    Register,
    Tables,
    load,
    pack_files,
    read,
    register_of,
    shipped,
)

__all__ = [
    "Register",
    "Tables",
    "load",
    "overlay_files",
    "pack_files",
    "read",
    "register_of",
    "shipped",
]
