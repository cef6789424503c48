"""Wikidata as a source of the register: what to ask it, and what its answers say."""

from audit.update.wikidata.answers import Answers, ask, is_answers, read_answers
from audit.update.wikidata.source import said_of

__all__ = ["Answers", "ask", "is_answers", "read_answers", "said_of"]
