"""How a page becomes one file: the templates' environment, the policy, the print rules.

Text from outside passes clean() and is escaped wherever it is printed; the content security
policy allows the page's own style and script by their hashes and nothing else. Harmless words that
look like code are spelled with character references too, so that a mail filter which searches the
file for ``onerror=`` or ``url(`` holds back no page because of somebody's post.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from audit.review.words import count, day, weekday
from reports import text
from reports.clean import clean

_EDGES = ("top", "bottom")
_LIKE_CODE = re.compile(r"[=(]|(?<=script):|@(?=import)", re.IGNORECASE)
# After an underscore or slash, after a dot between letters, before the @ inside an address.
_JOINT = re.compile(r"_|(?<=[^\W\d])[./](?=[^\W\d])|(?<=\w)(?=@)")


def render(template: str, marking: str, parts: Mapping[str, Any], more_style: str = "") -> str:
    """Make a page of a template with the house's style and script; the same parts, the same text.

    The template gets ``text``, ``style``, ``script`` and their hashes beside the parts;
    ``more_style`` names a file of rules that only this page needs.
    """
    more = _resource(more_style) if more_style else ""
    style = _resource("page.css") + more + _print_marking(marking)
    script = _resource("page.js")
    return (
        _environment()
        .get_template(template)
        .render(
            **parts,
            text=text,
            style=Markup(style),  # noqa: S704 - our own file, and a marking escaped for CSS
            script=Markup(script),  # noqa: S704 - our own file
            style_hash=Markup(_hash(style)),  # noqa: S704 - a hash in base64
            script_hash=Markup(_hash(script)),  # noqa: S704
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        day=day, weekday=weekday, clock=_clock, count=count, breakable=_breakable, strong=_strong
    )
    environment.globals["priority_rank"] = {
        words: place for place, words in enumerate(text.labels.PRIORITY_WORDS.values())
    }
    return environment


def _safe(value: Any) -> Any:
    """Make every piece of text harmless on its way to the page; our own markup passes as it is."""
    return spelled(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def spelled(value: str) -> Markup:
    """Clean and escape text; what looks like code is spelled so that it cannot be taken for it."""
    escaped = str(escape(clean(value)))
    return Markup(_LIKE_CODE.sub(lambda found: f"&#{ord(found[0])};", escaped))  # noqa: S704


def _breakable(value: str) -> Markup:
    """Let a long handle or address break where its parts meet."""
    return Markup(_JOINT.sub(r"\g<0><wbr>", str(spelled(value))))  # noqa: S704 - escaped there


def _strong(value: str, *parts: str) -> Markup:
    """Put the named parts of a sentence in bold."""
    marked = spelled(value)
    for part in map(spelled, parts):
        marked = marked.replace(part, Markup("<strong>{}</strong>").format(part), 1)
    return marked


def _clock(value: datetime) -> str:
    """Write a time of day as people do: 6.30am."""
    return f"{value.hour % 12 or 12}.{value.minute:02d}{'am' if value.hour < 12 else 'pm'}"


def _print_marking(marking: str) -> str:
    """Give the print rules that put the marking at the top and bottom of each page.

    Without a marking the boxes stay, empty: they keep the browser's own header off the paper.
    """
    quoted = "".join(f"\\{ord(letter):x} " for letter in clean(marking).replace("\n", " "))
    boxes = (f'@{edge}-center {{ content: "{quoted}"; font-weight: 700; }}' for edge in _EDGES)
    return f"@page {{ {' '.join(boxes)} }}\n"


def _resource(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
