"""A look before you follow, like or share: what the register and your own lists say of one thing.

Nothing is fetched and nothing is inferred: an account is matched by its id, then by its handle.
"""

from audit.look.asked import Asked, read
from audit.look.found import Look
from audit.look.look import Ground, look

__all__ = ["Asked", "Ground", "Look", "look", "read"]
