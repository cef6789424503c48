"""The words about the record: keeping it, privacy, release and the method."""

RECORDS = (
    "Keep this workbook and its run folder as your agency's disposal authority says. The tool "
    "deletes no past report and no decision."
)
PRIVACY = (
    "This review uses facts about public accounts, never a private person's views. Since 1 May "
    "2026 information privacy principle 3A of the Privacy Act 2020 asks agencies to tell people "
    "when they collect personal information from someone else; publicly available information is "
    "among the exceptions. Whether an exception applies is for your agency to assess and record."
)
RELEASE = (
    "This workbook, and each reason in it, can be asked for under the Official Information Act "
    "1982. Write reasons for release. The command follow-audit release makes a copy in which no "
    "private person is named."
)
METHOD = (
    (
        "Who is a politician",
        "Accounts are matched to a dated public register of members, parties and candidates, by "
        "stable id first and by handle second. No label is ever inferred from what people write.",
    ),
    (
        "Balance",
        "Each politician counts once in a list. The list is compared with the reference, and with "
        "what luck alone would do to a list of the same length made without any preference.",
    ),
    (
        "Flagged sources",
        "An account or address is flagged only because a named list holds it. The Findings sheet "
        "names the list, its date and its row. Being on no list says nothing about a source.",
    ),
    (
        "What counts",
        "Follows: the list as it was read. Likes, reposts, quotes and links: those in the period. "
        "The first review of an account counts everything that was read, whatever its date.",
    ),
    ("An empty date", "The platform does not say when it happened."),
)
