"""What a look says, in sentences: by the register, by your lists, by the last review, unknown."""

from audit.look.found import Look, Mention, Owner
from audit.look.look import Ground
from audit.look.sign_words import passed_on, sign_sentences, unlooked
from audit.mix.with_one import WithOne
from audit.register.age import age_problems
from audit.review.words import PLATFORM_NAMES, count, day
from audit.sources.rows import CLEAR, INFO

_LEVELS = {INFO: "That is for information.", CLEAR: "So your own list says not to flag it."}


def heading(look: Look) -> str:
    """Name what was asked: @name on X, or the address."""
    profile = look.asked.profile
    if profile is None:
        return look.asked.place
    platform = PLATFORM_NAMES[profile.platform]
    if not profile.handle:
        return f"The account {profile.account_id} on {platform}"
    stands_in = profile.account_id.lstrip("@") == profile.handle.casefold()
    tail = "" if stands_in else f" (id {profile.account_id})"
    return f"@{profile.handle} on {platform}{tail}"


def sentences(look: Look, ground: Ground) -> list[str]:
    """Say all of a look, each thing on a line; what is not known comes last."""
    said = [*_register(look, ground), *_lists(look, ground)]
    if look.asked.profile is not None:
        said += [*_purpose(look, ground), *_last_review(look, ground), *sign_sentences(look)]
    return [*said, *not_known(look, ground)]


def _register(look: Look, ground: Ground) -> list[str]:
    version = day(ground.used.register.version)
    if look.asked.profile is None:
        site = f"By the register, which stands for {version}, this is the website of {look.site}."
        return [site] if look.site else []
    if look.owner is None:
        # where a sign says the same it says it with its evidence
        told = any(look.note and one.what.startswith(look.note) for one in look.signs)
        note = [look.note] if look.note and not told else []
        nobody = "Not in the register as the account of anyone in office or standing for it"
        who = [f"{nobody}; the register stands for {version}."]
        held = [f"The register has this handle as that of {look.held_by}."] if look.held_by else []
        return [*who, *passed_on(look), *note, *held]
    return [_owner(look.owner, version), *_how(look.owner), *passed_on(look)]


def _owner(owner: Owner, version: str) -> str:
    office = owner.office or owner.role.replace("_", " ")
    # a party's own name says its party
    said = (owner.name, office) if owner.role == "party" else (owner.name, owner.party_name, office)
    who = ", ".join(part for part in said if part)
    return f"By the register, which stands for {version}: {who}."


def _how(owner: Owner) -> list[str]:
    known_as = f", which the register knows as @{owner.known_as}" if owner.known_as else ""
    row = ", ".join(part for part in (owner.source, f"as at {owner.as_at}", owner.url) if part)
    said = [f"Matched by its {owner.matched_by}{known_as} ({row})."]
    if owner.matched_by == "handle":
        said.append("A handle can pass to someone else; look again with --id to be sure.")
    return said


def _lists(look: Look, ground: Ground) -> list[str]:
    if not ground.used.flagged.files:
        return ["No list is named in [sources] own, so it was looked for in none."]
    return [_mention(one) for one in look.mentions] or ["No list that you named flags it."]


def _mention(one: Mention) -> str:
    dated = f", as at {day(one.as_at)}" if one.as_at else ""
    tail = "".join(f" {part}" for part in (one.reason, one.url, _LEVELS.get(one.level)) if part)
    return (
        f'The {one.what} appears on the list "{one.list}" ({one.file}{dated}): {one.label}.{tail}'
    )


def _purpose(look: Look, ground: Ground) -> list[str]:
    if look.purpose is None:
        missing = "" if ground.used.purposes.files else ", as no file is named in [review] purposes"
        return [f"No purpose of following it is recorded{missing}."]
    owner = f"owner {look.purpose.owner}" if look.purpose.owner else ""
    by = f"to be reviewed by {day(look.purpose.review_by)}" if look.purpose.review_by else ""
    more = ", ".join(part for part in (owner, by) if part)
    return [f"Purpose recorded: {look.purpose.purpose}{f' ({more})' if more else ''}."]


def _last_review(look: Look, ground: Ground) -> list[str]:
    if ground.last is None:
        return []
    review = f"the review {ground.last.run}, of {day(ground.last.day)}"
    said = [_followed(look.followed, review)]
    if not look.seated:
        return said
    if look.set_aside:
        return [*said, f"Set aside from the balance: {look.set_aside}."]
    if look.owner and look.counted:
        return [*said, f"{look.owner.name} is already counted in the balance of {review}."]
    if look.balance is None:
        return [*said, f"The party is not in the reference of {review}, so nothing would change."]
    return [*said, _balance(look.balance, review)]


def _followed(followed: bool | None, review: str) -> str:
    if followed is None:
        unread = f"Your follows there were not read in full at {review}"
        return f"{unread}, so whether you follow it is not known."
    return f"You followed it at {review}." if followed else f"You did not follow it at {review}."


def _balance(balance: WithOne, review: str) -> str:
    now = f"{balance.misplaced} of {balance.counted} out of place"
    then = f"{balance.misplaced_with} of {balance.counted_with}"
    weak = "" if balance.assessable else " That review could not assess this list."
    return f"Balance of your follows by {review}: now {now}; with it {then}.{weak}"


def not_known(look: Look, ground: Ground) -> list[str]:
    """Say what a look could not see."""
    said: list[str] = []
    profile = look.asked.profile
    if profile is None and not look.site:
        said.append(
            "The register knows a few websites, and no one's pages: whose this is is not known."
        )
    elif profile is not None and look.owner is None:
        known, members = look.known
        said.append(
            f"The register knows {PLATFORM_NAMES[profile.platform]} accounts of {known} of "
            f"{count(members, 'sitting member')}, so whose this is is not known."
        )
    if profile is not None:
        said += age_problems(ground.used.register, ground.today)
    if profile is not None and ground.last is None:
        said.append(ground.trouble or "There is no review to read your follows from.")
    said += unlooked(look)
    if look.asked.is_shortened:
        said.append("The address is shortened: look again at the one that it leads to.")
    if ground.used.flagged.expired:
        rows = count(ground.used.flagged.expired, "row")
        said.append(f"Past their date and not looked in: {rows} of your lists.")
    return [*said, "Nothing was opened or fetched."]
