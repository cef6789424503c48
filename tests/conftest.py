"""What holds for every test."""

from hypothesis import settings

# A busy machine must not fail a test by being slow: pytest's own time-out catches what hangs.
settings.register_profile("follow-audit", deadline=None)
settings.load_profile("follow-audit")
