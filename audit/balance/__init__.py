"""Political balance: how far a list's party mix is from a reference, and what luck explains of it.

Whole numbers in, plain numbers and sentences out; nothing here knows of frames, registers or
files. The method for a reader is in docs/method.md.
"""

from audit.balance.adjust import Adjusted, adjust, benjamini_hochberg
from audit.balance.assess import Balance, assess, check_distinct
from audit.balance.change import FlowChange, StockChange, flow_change, stock_change
from audit.balance.concentration import (
    Concentration,
    author_randomised_p,
    concentration,
    effective_number,
)
from audit.balance.dated import assess_dated
from audit.balance.detectable import Detectable, detectable
from audit.balance.parties import party_lines
from audit.balance.remedy import fewest_additions
from audit.balance.verdict import smallest_assessable
from audit.balance.weights import scaled

__all__ = [
    "Adjusted",
    "Balance",
    "Concentration",
    "Detectable",
    "FlowChange",
    "StockChange",
    "adjust",
    "assess",
    "assess_dated",
    "author_randomised_p",
    "benjamini_hochberg",
    "check_distinct",
    "concentration",
    "detectable",
    "effective_number",
    "fewest_additions",
    "flow_change",
    "party_lines",
    "scaled",
    "smallest_assessable",
    "stock_change",
]
