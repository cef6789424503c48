"""Takeout names folders, files and columns in the account's language; what they hold decides."""

from pathlib import Path

import pytest

from tests.connectors import youtube_files as yt

# Folder, file and columns of the list of subscriptions, as seen in Takeouts and in importers.
SUBSCRIPTIONS = [
    ("subscriptions", "subscriptions", ("Channel Id", "Channel Url", "Channel Title")),
    ("subscriptions", "subscriptions", ("Channel ID", "Channel URL", "Channel title")),
    ("abonnementen", "abonnementen", ("Kanaal-ID", "Kanaal-URL", "Kanaaltitel")),
    ("suscripciones", "suscripciones", ("ID del canal", "URL del canal", "Título del canal")),
    ("Abos", "Abos", ("Kanal-ID", "Kanal-URL", "Kanaltitel")),
    ("abonamente", "abonamente", ("ID-ul canalului", "Adresa URL a canalului", "Titlul canalului")),
    ("prenumeratos", "prenumeratos", ("Kanalo ID", "Kanalo URL", "Kanalo pavadinimas")),
    ("订阅内容", "订阅内容", ("频道 ID", "频道网址", "频道名称")),
]
ROOTS = [
    "Takeout/YouTube and YouTube Music",
    "Takeout/YouTube und YouTube Music",
    "Takeout/YouTube i YouTube\u00a0Music",
    "Takeout/„YouTube“ ir „YouTube Music“",
    "Archiv/Takeout/YouTube 和 YouTube Music",
]
VIDEOS = [
    (
        "metadatos de vídeo/vídeos.csv",
        (
            *("ID de vídeo", "Descripción del vídeo (original)", "ID de canal"),
            *("Título del vídeo (original)", "Privacidad"),
        ),
    ),
    (
        "video metadata/video_s.csv",
        (
            *("Video-ID", "Videobeschrijving (origineel)", "Kanaal-ID"),
            *("Videotitel (origineel)", "Privacy"),
        ),
    ),
    (
        "metadate video/videoclipuri.csv",
        (
            *("ID-ul videoclipului", "Descrierea videoclipului (original)", "ID-ul canalului"),
            *("Titlul videoclipului (original)", "Confidențialitate"),
        ),
    ),
    (
        "vaizdo įrašų metaduomenys/vaizdo įrašai.csv",
        (
            *("Vaizdo įrašo ID", "Vaizdo įrašo aprašas (originalas)", "Kanalo ID"),
            *("Vaizdo įrašo pavadinimas (originalas)", "Privatumas"),
        ),
    ),
    (
        "Video-Metadaten/Videos.csv",
        ("Video-ID", "Videobeschreibung (Original)", "Kanal-ID", "Videotitel (Original)", "Status"),
    ),
]
# The other lists of a channel and a playlist, none of which is a like, a follow or a post.
OTHERS = {
    "kanalen/kanaal.csv": (
        ("Kanaal-ID", "(Originele) kanaaltitel", "Kanaalzichtbaarheid"),
        (yt.OWN, "Voorbeeld", "Openbaar"),
    ),
    "kanalen/URL-configuraties van kanaal.csv": (
        ("Kanaal-ID", "Naam van vanity-URL 1 voor kanaal"),
        (yt.OWN, "example_agency"),
    ),
    "kanalen/instellingen voor kanaalpagina.csv": (("Kanaal-ID",), (yt.OWN,)),
    "video/video-opnamen.csv": (
        ("Video-ID", "Hoogte van video-opname", "Latitude van video-opname"),
        ("vvvvvvvvvvv", "0.0", "-41.3"),
    ),
    "playlists/Video_s in Favorites.csv": (
        ("Video-ID", "Tijdstempel voor het maken van een playlistvideo"),
        ("aaaaaaaaaaa", yt.PUBLISHED),
    ),
    "playlists/playlists.csv": (
        (
            *("Playlist-ID", "Nieuwe video's bovenaan toevoegen", "Playlist-titel (Origineel)"),
            *("(Originele) taal van playlist-titel", "Playlist tijdstempel maken"),
            *("Playlist tijdstempel updaten", "Videovolgorde playlist", "Zichtbaarheid"),
        ),
        ("PLxyz", "False", "Zondag", "nl", yt.MADE, yt.PUBLISHED, "Manual", "Private"),
    ),
}


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize(("folder", "file", "header"), SUBSCRIPTIONS)
def test_subscriptions_are_told_by_their_ids(
    tmp_path: Path, root: str, folder: str, file: str, header: tuple[str, ...]
) -> None:
    rows = [yt.channel(yt.KAURI, "Te Reo, ngā manu"), yt.channel(yt.RIMU, "Rimu")]
    content = yt.subscriptions(*rows, header=header)
    collected = yt.collect(tmp_path, {f"{root}/{folder}/{file}.csv": content})
    assert list(collected.interactions["account_id"]) == [yt.KAURI, yt.RIMU]
    assert list(collected.accounts["name"]) == ["Te Reo, ngā manu", "Rimu"]
    assert list(collected.accounts["url"]) == [
        f"https://www.youtube.com/channel/{one}" for one in (yt.KAURI, yt.RIMU)
    ]
    assert yt.covered(collected, "follow")["status"] == "complete"


@pytest.mark.parametrize(("folder", "file", "header"), SUBSCRIPTIONS)
def test_the_file_may_be_given_alone_or_be_empty(
    tmp_path: Path, folder: str, file: str, header: tuple[str, ...]
) -> None:
    row = yt.channel(yt.KAURI, "Kauri")
    alone = yt.collect(tmp_path, {f"{file}_kopie.csv": yt.subscriptions(row, header=header)})
    assert list(alone.interactions["account_id"]) == [yt.KAURI]
    if "频道" in header[0]:
        return
    empty = {f"Takeout/YouTube/{folder}/{file}.csv": yt.subscriptions(header=header)}
    told = yt.covered(yt.collect(tmp_path / "empty", empty), "follow")
    assert (told["status"], told["fetched"]) == ("complete", 0)


@pytest.mark.parametrize(("file", "header"), VIDEOS)
def test_videos_give_title_and_description_in_any_language(
    tmp_path: Path, file: str, header: tuple[str, ...]
) -> None:
    row = ("vvvvvvvvvvv", "Lees https://news.example/1", yt.OWN, "Pānui", "Public")
    collected = yt.collect(tmp_path, {f"Takeout/YouTube/{file}": yt.table(header, row)})
    assert list(collected.interactions["kind"]) == ["post", "link"]
    assert collected.interactions["text"].iloc[0] == "Pānui\nLees https://news.example/1"
    assert collected.agency_account == yt.OWN


def test_other_lists_of_a_takeout_give_no_act(tmp_path: Path) -> None:
    files = {f"{yt.ROOT}/{name}": yt.table(*rows) for name, rows in OTHERS.items()}
    collected = yt.collect(tmp_path, files)
    assert collected.interactions.empty
    assert collected.agency_account == yt.OWN
    assert any("2 files of playlists" in note for note in collected.notes)


def test_a_list_saved_with_semicolons_is_read(tmp_path: Path) -> None:
    content = yt.subscriptions(yt.channel(yt.KAURI, "Kauri")).replace(b",", b";")
    collected = yt.collect(tmp_path, {yt.FOLLOWED: b"\xef\xbb\xbf" + content})
    assert list(collected.accounts["name"]) == ["Kauri"]


def test_a_list_that_is_not_utf_8_says_so(tmp_path: Path) -> None:
    content = yt.subscriptions(yt.channel(yt.KAURI, "Tāmaki")).decode().encode("utf-16-le")
    told = yt.covered(yt.collect(tmp_path, {yt.FOLLOWED: b"\xff\xfe" + content}), "follow")
    assert told["status"] == "failed"
    assert "not written in UTF-8" in told["reason"]


def test_rows_without_a_channel_make_the_list_partial_or_failed(tmp_path: Path) -> None:
    bad = ["UAkauri=x", "http://www.youtube.com/channel/UAkauri=x", "Kauri"]
    some = yt.subscriptions(yt.channel(yt.RIMU, "Rimu"), bad)
    partial = yt.covered(yt.collect(tmp_path, {yt.FOLLOWED: some}), "follow")
    none = yt.covered(yt.collect(tmp_path / "2", {"a.csv": yt.subscriptions(bad)}), "follow")
    assert (partial["status"], partial["fetched"]) == ("partial", 1)
    assert "1 of 2 records" in partial["reason"]
    assert none["status"] == "failed"


def test_the_forms_before_2021_give_the_same_follows(tmp_path: Path) -> None:
    ids = (yt.KAURI, yt.RIMU)
    items = [
        {
            "kind": "youtube#subscription",
            "snippet": {
                "title": "Pūriri",
                "channelId": yt.OWN,
                "resourceId": {"channelId": one, "kind": "youtube#channel"},
            },
        }
        for one in ids
    ]
    feeds = "".join(
        f'<outline text="Pūriri" title="Pūriri" type="rss" '
        f'xmlUrl="https://www.youtube.com/feeds/videos.xml?channel_id={one}" />'
        for one in ids
    )
    opml = f'<opml version="1.1"><body><outline text="YouTube">{feeds}</outline></body></opml>'
    for number, (name, content) in enumerate(
        {
            f"{yt.ROOT}/subscriptions/subscriptions.json": yt.listed(*items),
            "subscription_manager": opml.encode(),
            "Takeout/YouTube/subscriptions/subscriptions.opml": opml.encode(),
        }.items()
    ):
        collected = yt.collect(tmp_path / str(number), {name: content})
        assert list(collected.interactions["account_id"]) == list(ids), name
        assert list(collected.accounts["name"]) == ["Pūriri", "Pūriri"]


def test_a_broken_or_dangerous_opml_fails_in_one_sentence(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><opml><outline xmlUrl="?channel_id=&b;"/></opml>'
    for number, content in enumerate((b'<opml><outline xmlUrl="?channel_id=', bomb)):
        files = {"subscription_manager.opml": content}
        told = yt.covered(yt.collect(tmp_path / str(number), files), "follow")
        assert told["status"] == "failed"
        assert "subscription_manager.opml" in told["reason"]


def test_files_of_other_makers_are_no_takeout(tmp_path: Path) -> None:
    strange = {
        "comments.csv": b"id,permalink,date,body\nabc,https://r.example,2026-01-01,Kia ora\n",
        "posts.csv": b"id,title\nabc,Kia ora\n",
        "likes.json": b'{"type": "OrderedCollection", "orderedItems": []}',
        "channel.csv": b"a,b\n1,2\n",
        "numbers.csv": b"Members\n120\n",
        "posts_1.json": b'[{"media": [], "title": "x"}]',
    }
    assert not yt.recognised(tmp_path, strange)
