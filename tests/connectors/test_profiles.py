import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.profile_form import ascii_host
from connectors.profiles import parse_profile

CHANNEL = "UCabcdefghijklmnopqrstuv"
NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{4,14}", fullmatch=True)
AT_ID = ("x", "instagram", "threads", "tiktok", "youtube")
ADDRESS = {
    "x": ("x.com/{}", "twitter.com/{}", "mobile.twitter.com/{}/status/12", "twitter.com/#!/{}"),
    "instagram": ("instagram.com/{}", "www.instagram.com/_u/{}/", "instagram.com/{}/p/Cabc/"),
    "threads": ("www.threads.net/@{}", "threads.com/@{}/post/x"),
    "tiktok": ("www.tiktok.com/@{}", "m.tiktok.com/@{}/video/7"),
    "youtube": ("youtube.com/@{}", "m.youtube.com/@{}/videos"),
}


@pytest.mark.parametrize(
    ("text", "platform", "account_id", "handle"),
    [
        ("https://x.com/i/user/1234567", "x", "1234567", None),
        ("https://twitter.com/intent/user?user_id=1234567", "x", "1234567", None),
        ("https://twitter.com/intent/follow?screen_name=Kauri", "x", "@kauri", "Kauri"),
        (f"https://m.youtube.com/channel/{CHANNEL}/about", "youtube", CHANNEL, None),
        (CHANNEL, "youtube", CHANNEL, None),
        ("youtube.com/@M%C4%81ori.tv", "youtube", "@māori.tv", "Māori.tv"),
        ("https://www.youtube.com/user/Kauri", "youtube", "user/kauri", "user/Kauri"),
        ("https://www.facebook.com/Kauri.Party/", "facebook", "kauri.party", "Kauri.Party"),
        ("mi-nz.facebook.com/kauri?locale=mi", "facebook", "kauri", "kauri"),
        ("m.facebook.com/profile.php?id=100012345678901", "facebook", "100012345678901", None),
        ("facebook.com/Kauri-Party-123456789012/", "facebook", "123456789012", None),
        ("facebook.com/pages/category/Party/Kauri-123456789012", "facebook", "123456789012", None),
        (
            "nz.linkedin.com/company/kauri-party/?trk=x",
            "linkedin",
            "company/kauri-party",
            "company/kauri-party",
        ),
        ("https://www.linkedin.com/in/jo/", "linkedin", "in/jo", "in/jo"),
        ("https://bsky.app/profile/did:plc:kauri", "bluesky", "did:plc:kauri", None),
        ("at://did:plc:kauri/app.bsky.feed.post/3l", "bluesky", "did:plc:kauri", None),
        ("@Kauri.bsky.social", "bluesky", "@kauri.bsky.social", "Kauri.bsky.social"),
        ("@Kauri@birds.example", "mastodon", "kauri@birds.example", "Kauri@birds.example"),
        ("https://birds.example/@Kauri", "mastodon", "kauri@birds.example", "Kauri@birds.example"),
        ("https://home.example/@jo@birds.example", "mastodon", "jo@birds.example", None),
    ],
)
def test_a_text_that_says_its_platform_needs_no_other_word(
    text: str, platform: str, account_id: str, handle: str | None
) -> None:
    profile = parse_profile(text)
    assert profile is not None
    assert (profile.platform, profile.account_id) == (platform, account_id)
    assert handle is None or profile.handle == handle


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "@",
        "https://youtu.be/abcdefghijk",
        "https://www.youtube.com/watch?v=abcdefghijk",
        "https://www.instagram.com/p/Cabc/",
        "https://www.facebook.com/groups/123456",
        "https://www.facebook.com/profile.php",
        "https://x.com/home",
        "https://x.com/i/web/status/123",
        "https://medium.com/@kauri",
        "https://www.example.govt.nz/news",
        "https://vm.tiktok.com/ZM123/",
        "example_party",
        "jo@example.com",
        "http://[bad",
        "x.com",
    ],
)
def test_what_names_no_account_or_no_platform_gives_nothing(text: str) -> None:
    assert parse_profile(text) is None


@pytest.mark.parametrize(
    ("text", "platform", "account_id"),
    [
        ("\u00a0@ExampleParty \u200b", "x", "@exampleparty"),
        ("＠ExampleParty", "x", "@exampleparty"),
        ("1234567", "x", "1234567"),
        ("@1234567", "x", "@1234567"),
        ("jo.smith", "instagram", "@jo.smith"),
        ("Example Party", "facebook", None),
        ("jo@smith.example", "mastodon", "jo@smith.example"),
        ("@nare@թութ.հայ", "mastodon", "nare@xn--69aa8bzb.xn--y9a3aq"),
        ("nodomain", "bluesky", None),
        ("https://birds.example/users/Jo/statuses/1", "mastodon", "jo@birds.example"),
        ("https://birds.example/ap/users/12/statuses/1", "mastodon", None),
    ],
)
def test_a_bare_handle_belongs_where_the_caller_says(
    text: str, platform: str, account_id: str | None
) -> None:
    profile = parse_profile(text, platform)
    assert (profile and profile.account_id) == account_id


def test_the_host_of_an_address_outweighs_the_platform_given() -> None:
    profile = parse_profile("https://facebook.com/kauri", "x")
    assert profile is not None
    assert profile.platform == "facebook"


@given(NAMES, st.sampled_from(AT_ID), st.data())
def test_every_way_to_write_an_account_gives_one_id(
    name: str, platform: str, data: st.DataObject
) -> None:
    form = data.draw(st.sampled_from(ADDRESS[platform]))
    scheme = data.draw(st.sampled_from(["", "https://", "HTTP://"]))
    tail = data.draw(st.sampled_from(["", "?igsh=abc&utm_source=x"])) if "#" not in form else ""
    written = parse_profile(scheme + form.format(name) + tail)
    bare = parse_profile(f" @{name.upper()}", platform)
    reserved = parse_profile(f"https://x.com/{name}") is None
    if written is None or bare is None:
        assert reserved
        return
    assert written.account_id == bare.account_id == f"@{name.casefold()}"
    assert written.handle == name


@given(
    st.text(max_size=60) | NAMES.map("https://facebook.com/{}".format),
    st.sampled_from([None, "x", "mastodon", "facebook", "youtube", "linkedin", "bluesky"]),
)
def test_any_text_is_read_without_failing_and_its_address_leads_back(
    text: str, platform: str | None
) -> None:
    profile = parse_profile(text, platform)
    if profile is None:
        return
    assert profile.account_id
    assert "@" not in (profile.handle or "")[:1]
    again = parse_profile(profile.url, profile.platform)
    # A handle may be a word that the platform keeps for itself in addresses, such as "search".
    assert again is None or again.account_id == profile.account_id


@given(st.text(max_size=40))
def test_hosts_never_fail_and_stay_the_same_once_made(host: str) -> None:
    name = ascii_host(host)
    assert name is None or ascii_host(name) == name
