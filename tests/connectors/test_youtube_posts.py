"""What a channel published: videos, posts, and the links in its comments."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from connectors.exports.youtube_segments import read_segments
from tests.connectors import youtube_files as yt


def test_a_video_is_a_post_and_a_link_for_each_address(tmp_path: Path) -> None:
    rows = [
        yt.video("vvvvvvvvvvv", "Pānui", "See https://a.example/1 and www.b.example."),
        yt.video("wwwwwwwwwww", privacy="Private"),
        yt.video("xxxxxxxxxxx", privacy="Unlisted"),
        yt.video("vvvvvvvvvvv"),
        ["no id", *yt.video("yyyyyyyyyyy")[1:]],
    ]
    collected = yt.collect(tmp_path, {yt.VIDEOS: yt.table(yt.VIDEO_COLUMNS, *rows)})
    acts = collected.interactions
    assert list(acts["kind"]) == ["post", "link", "link"]
    assert list(acts["url"].dropna()) == ["https://a.example/1", "https://www.b.example"]
    assert set(acts["post_url"]) == {"https://www.youtube.com/watch?v=vvvvvvvvvvv"}
    assert acts["happened_at"].iloc[0] == datetime(2026, 5, 2, 1, 2, 3, tzinfo=UTC)
    assert yt.reported(collected, "videos.csv") == {
        "not public: private, unlisted or a draft": 2,
        "the same post twice": 1,
        "without the id of a video, a post or a comment": 1,
    }
    assert "no comments" in yt.covered(collected, "link")["reason"]


def test_long_texts_are_joined_to_their_video(tmp_path: Path) -> None:
    header = ("Video ID", "Video Description Text Segments 1", "Video Description Text Segments 2")
    files = {
        yt.VIDEOS: yt.table(
            ("Video ID", "Channel ID", "Video Title (Original)", "Video Publish Timestamp"),
            ("vvvvvvvvvvv", yt.OWN, "Pānui", yt.PUBLISHED),
        ),
        yt.TEXTS: yt.table(
            header,
            ("vvvvvvvvvvv", "Read https://a.exam", "ple/1 today"),
            ("zzzzzzzzzzz", "Alone www.b.example", ""),
        ),
    }
    collected = yt.collect(tmp_path, files)
    assert list(collected.interactions["url"].dropna()) == [
        "https://a.example/1",
        "https://www.b.example",
    ]
    assert collected.interactions["text"].iloc[0] == "Pānui\nRead https://a.example/1 today"
    assert yt.reported(collected, "video texts.csv") == {
        "the text of a video that stands in another file": 1
    }


@pytest.mark.parametrize(
    ("cell", "text", "links"),
    [
        ("Plain https://a.example/1", "Plain https://a.example/1", ("https://a.example/1",)),
        ('{"takeoutSegments":[{"text":"Kia ora"}]}', "Kia ora", ()),
        ('{"text":"Ā"},{"text":"\\n"},{"text":"b"}', "Ā\nb", ()),
        (
            '{"text":"see "},{"text":"https://a.exam…","link":{"linkUrl":"https://a.example/1"}}',
            "see https://a.exam…",
            ("https://a.example/1",),
        ),
        (
            '{"text":"kia ora","videoLink":{"externalVideoId":"aaaaaaaaaaa"}}',
            "kia ora",
            ("https://www.youtube.com/watch?v=aaaaaaaaaaa",),
        ),
        ('{"text": broken', '{"text": broken', ()),
        ('{"takeoutSegments": 3}', "", ()),
        ('{"text":1},2,null', "", ()),
    ],
)
def test_segments_give_text_and_links(cell: str, text: str, links: tuple[str, ...]) -> None:
    assert read_segments(cell) == (text, links)


@pytest.mark.parametrize(
    "header",
    [
        yt.COMMENT_COLUMNS,
        (
            *("Comment ID", "Channel ID", "Comment Create Timestamp", "Price"),
            *("Parent Comment ID", "Video ID", "Comment Text"),
        ),
        (
            *("Reactie-ID", "Kanaal-ID", "Aanmaaktijdstempel reactie", "Prijs"),
            *("Bovenliggende reactie-ID", "Video-ID", "Reactietekst"),
        ),
    ],
)
def test_of_comments_only_the_links_count(tmp_path: Path, header: tuple[str, ...]) -> None:
    texts = [yt.segment("https://a.example/1"), yt.segment("Kia ora"), "www.b.example"]
    rows = [yt.comment(number, cell) for number, cell in enumerate(texts)]
    if header[1] != yt.COMMENT_COLUMNS[1]:
        rows = [[row[3], row[0], row[1], row[2], *row[4:]] for row in rows]
    collected = yt.collect(tmp_path, {f"{yt.ROOT}/x/y.csv": yt.table(header, *rows)})
    acts = collected.interactions
    assert list(acts["kind"]) == ["link", "link"]
    assert list(acts["url"]) == ["https://a.example/1", "https://www.b.example"]
    assert acts["post_url"].iloc[0].startswith("https://www.youtube.com/watch?v=vvvvvvvvvvv&lc=Ug")
    assert acts["happened_at"].iloc[0] == datetime(2026, 5, 1, 1, 2, 3, 456789, tzinfo=UTC)
    assert yt.reported(collected, "y.csv") == {"a comment without a link": 1}
    assert yt.covered(collected, "post")["status"] == "unavailable"
    assert yt.covered(collected, "link")["status"] == "partial"


def test_a_community_post_is_a_post(tmp_path: Path) -> None:
    header = ("Beitrags‑ID", "Text des Beitrags", "Name für Bild 1")
    row = ("UgkxAbc_def", yt.segment("Pānui https://a.example/1"), "UgkxAbc_image.jpg")
    collected = yt.collect(tmp_path, {f"{yt.ROOT}/Beiträge/Beiträge.csv": yt.table(header, row)})
    acts = collected.interactions
    assert list(acts["kind"]) == ["post", "link"]
    assert set(acts["post_url"]) == {"https://www.youtube.com/post/UgkxAbc_def"}
    assert yt.covered(collected, "post")["status"] == "partial"
