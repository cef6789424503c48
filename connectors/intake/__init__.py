"""Looks at files without a configuration: what each is, whose, from when, and what is in it."""

from connectors.intake.look import look
from connectors.intake.model import Found, Intake, Unrecognised

__all__ = ["Found", "Intake", "Unrecognised", "look"]
