"""What a run may spend: requests and money, over all accounts."""

import threading

from connectors.errors import QuotaSpent

_A_TRIFLE = 1e-9  # dollars; sums of cents are not exact


class Budget:
    """Counts what was spent against the ceilings of ``[limits]``; None is no ceiling.

    All accounts share it, from several threads.
    """

    def __init__(self, requests: int | None = None, usd: float | None = None) -> None:
        self._lock = threading.Lock()
        self._ceiling_requests = requests
        self._ceiling_usd = usd
        self._closed = False
        self.requests = 0
        self.usd = 0.0

    def spend(self, usd: float = 0.0) -> None:
        """Count a request that may cost so much; raises QuotaSpent, counting nothing, over it."""
        with self._lock:
            if self._closed:
                raise QuotaSpent("The run was stopped. Run again to go on from here.")
            if self._ceiling_requests is not None and self.requests >= self._ceiling_requests:
                raise QuotaSpent(
                    f"The ceiling of {self._ceiling_requests:,} requests for a run is reached "
                    "([limits] requests). Raise it, or run again to go on from here."
                )
            if self._ceiling_usd is not None and self.usd + usd > self._ceiling_usd + _A_TRIFLE:
                raise QuotaSpent(
                    "The next request could cost more than is left of the ceiling of "
                    f"US${self._ceiling_usd:,.2f} ([limits] usd). Raise it, or run again to go on "
                    "from here."
                )
            self.requests += 1
            self.usd += usd

    def give_back(self, usd: float) -> None:
        """Take back what a request cost less than it might have."""
        with self._lock:
            self.usd -= usd

    def close(self) -> None:
        """Let nothing more be spent: the run is being stopped."""
        with self._lock:
            self._closed = True
