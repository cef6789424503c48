"""Writes the agency's social media policy (DOCX), transparency statement (HTML) and list of users.

The statement says nothing of private messages, so that a review has something to ask.
"""

import html
from collections.abc import Sequence
from pathlib import Path

from make_files import csv_text, write_text, write_zip

Block = tuple[str, str]
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_POLICY: tuple[Block, ...] = (
    ("h2", "Social media policy of Te Manatū Tauira, the Ministry of Example"),
    ("p", "This policy is for everybody at the Ministry who uses social media for its work."),
    ("h2", "What is asked of us"),
    (
        "p",
        "We must follow the Standards of Integrity and Conduct in everything we post, like or "
        "follow. All staff must keep our accounts politically neutral, as the Political "
        "Neutrality Guidance asks.",
    ),
    ("h2", "People's information"),
    (
        "p",
        "We protect people's personal information as the Privacy Act 2020 requires, and show or "
        "name somebody only with that person's consent.",
    ),
    ("h2", "Other law"),
    (
        "p",
        "What we post is subject to the Official Information Act 1982 and is a record under the "
        "Public Records Act 2005.",
    ),
    ("h2", "Who may post"),
    (
        "p",
        "Only people authorised in writing by the communications manager may post from our "
        "accounts; the list of authorised users is looked at each quarter.",
    ),
    ("h2", "Concerns"),
    (
        "p",
        "Concerns from members of the public about our social media posts are recorded and "
        "answered by the communications manager within ten working days.",
    ),
)
_STATEMENT: tuple[Block, ...] = (
    ("h2", "How we use social media"),
    (
        "p",
        "Te Manatū Tauira, the Ministry of Example, uses X, Mastodon, Bluesky, Facebook and "
        "LinkedIn. We use social media to tell people about our work and to hear what they need.",
    ),
    ("h2", "Comments"),
    ("p", "We read comments on working days and moderate them. We delete comments that:"),
    ("li", "are abusive or discriminate against anybody"),
    ("li", "share somebody's personal information"),
    ("li", "have nothing to do with the topic"),
    ("h2", "If you are unhappy with what we do here"),
    (
        "p",
        "If you have a concern about how we use social media, please write to "
        "kia-ora@manatu.tauira.example and the communications manager will answer you.",
    ),
    ("h2", "Whom we follow"),
    (
        "p",
        "We follow people and organisations whose work has to do with ours. Following an account "
        "or liking a post does not mean that we endorse it. Ehara te whai i te tautoko.",
    ),
)
_USERS = (
    {"role": "Communications manager", "accounts": "all", "from": "2024-02-01"},
    {"role": "Communications adviser", "accounts": "x, mastodon, bluesky", "from": "2025-05-12"},
    {"role": "Web editor", "accounts": "facebook, linkedin", "from": "2025-11-03"},
)


def write(folder: Path) -> None:
    """Write the three files into the sample's folder."""
    write_zip(
        folder / "policy.docx",
        {
            "[Content_Types].xml": _TYPES.encode("utf-8"),
            "_rels/.rels": _RELATIONS.encode("utf-8"),
            "word/document.xml": _document(_POLICY).encode("utf-8"),
        },
    )
    write_text(folder / "statement.html", _page(_STATEMENT))
    write_text(folder / "authorised-users.csv", csv_text(("role", "accounts", "from"), _USERS))


def _document(blocks: Sequence[Block]) -> str:
    bold = "<w:rPr><w:b/></w:rPr>"
    paragraphs = "".join(
        f"<w:p><w:r>{bold if kind == 'h2' else ''}<w:t>{html.escape(text, quote=False)}</w:t>"
        "</w:r></w:p>"
        for kind, text in blocks
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'


def _page(blocks: Sequence[Block]) -> str:
    lines = "\n".join(f"<{kind}>{html.escape(text, quote=False)}</{kind}>" for kind, text in blocks)
    listed = lines.replace("</p>\n<li>", "</p>\n<ul>\n<li>").replace(
        "</li>\n<h2>", "</li>\n</ul>\n<h2>"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en-NZ">\n<head>\n<meta charset="utf-8">\n'
        "<title>Social media transparency statement</title>\n</head>\n<body>\n"
        '<header><nav><a href="/">Te Manatū Tauira</a></nav></header>\n<main>\n'
        f"<h1>Social media transparency statement</h1>\n{listed}\n</main>\n"
        "<footer>An invented statement of an invented agency.</footer>\n</body>\n</html>\n"
    )
