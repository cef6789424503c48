"""The words of posts: plain ones in a turn, and hostile ones that a report must make harmless."""

_TEXTS = (
    "Kia ora koutou. The new map of Tauira is out today",
    "Ferries run to the summer timetable from Monday",
    "Thanks to everyone who came to the open day at the wharf",
    "Applications for footpath grants close on Friday at 5pm",
    "Our library van is in the valley this week",
    "Ngā mihi nui ki a koutou katoa – a big week for Te Manatū Tauira",
    "The weather office warns of strong winds on the coast tonight",
    "Orchards & gardens: how to get ready for frost",
    "Have your say on the draft plan for lighthouses",
    "The museum opens late on Thursdays <until 9pm>",
    "Bridge works: one lane is open from 9am to 3pm",
    "Rāhui: please keep out of the wetlands until further notice",
)
HOSTILE = {
    5: "=1+1 is how this text begins",
    17: "<script>alert('like')</script> <img src=x onerror=alert(1)>",
    30: "A control character \x07 and a null \x00 stand in this text",
    60: "\u202eti daer t'nac uoy taht os drawkcab nettirw",
    75: "🎉" * 400,
    90: "@SUM(1+1)*cmd|' /C calc'!A0",
    120: "+64 looks like a sum to a spreadsheet, and so does\ta tab",
}
LONG = " More about this on our site, where all of the programme is, in full and in two languages"
_SITES = ("www.manatu", "news", "rivers", "libraries", "ferries", "museum", "whare")


def tell(number: int) -> str:
    """Give the text of a plain post; every number its own."""
    return f"{_TEXTS[number * 5 % len(_TEXTS)]} ({number + 1})."


def own_link(number: int) -> str:
    """Give an address on one of the country's own sites."""
    return f"https://{_SITES[number % len(_SITES)]}.tauira.example/item-{number + 1}"
