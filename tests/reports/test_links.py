import pytest

from reports.links import safe_link


@pytest.mark.parametrize(
    ("platform", "url", "handle"),
    [
        ("x", "https://x.com/example_govt", ""),
        ("x", "https://www.twitter.com/example_govt", ""),
        ("bluesky", "https://bsky.app/profile/did:plc:abc", ""),
        ("youtube", "https://www.youtube.com/@example", ""),
        ("mastodon", "https://social.example/@anyone", "anyone@social.example"),
        ("mastodon", "https://Social.Example/@anyone", "@anyone@social.example"),
    ],
)
def test_an_address_of_the_platform_becomes_a_link(platform, url, handle):
    assert safe_link(platform, url, handle) == url


@pytest.mark.parametrize(
    ("platform", "url", "handle"),
    [
        ("x", "http://x.com/example", ""),
        ("x", "https://evil.example/x.com", ""),
        ("x", "https://evilx.com/", ""),
        ("x", "https://x.com.evil.example/", ""),
        ("x", "https://x.com@evil.example/", ""),
        ("x", "https://x.com:8443/", ""),
        ("x", "https://x.com:port/", ""),
        ("x", "https://[broken/", ""),
        ("x", "https://evil.example\\.x.com/", ""),
        ("x", "https://x.com/a b", ""),
        ("x", 'https://x.com/"', ""),
        ("x", "https://x.com/\u202e", ""),
        ("x", "https://х.com/", ""),  # a Cyrillic letter
        ("x", "javascript:alert(1)", ""),
        ("x", "https://bsky.app/profile/a", ""),
        ("x", f"https://x.com/{'a' * 3000}", ""),
        ("mastodon", "https://evil.example/@anyone", "anyone@social.example"),
        ("mastodon", "https://social.example/@anyone", "anyone"),
        ("nowhere", "https://x.com/a", ""),
    ],
)
def test_any_other_address_does_not(platform, url, handle):
    assert safe_link(platform, url, handle) == ""
