"""Which reviews are of one agency, and in which order agencies stand."""

import unicodedata


def same_agency(name: str) -> str:
    """Give what two spellings of one agency's name share: letters without case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def alphabetical(name: str) -> tuple[str, str]:
    """Give the place of a name in the alphabet, in which ā stands with a."""
    parts = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter)), name
