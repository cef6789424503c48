"""Our fake of YouTube held to Google's own description, and read by Google's own client."""

import json
from pathlib import Path

import pytest

from tests.connectors.live.test_youtube import KEY, TOKEN, known, serving
from tests.servers.required import not_there
from tests.servers.youtube.contract import required_contract
from tests.servers.youtube.server import YouTube, youtube

pytestmark = pytest.mark.slow


def test_a_whole_reading_keeps_to_the_description(tmp_path: Path) -> None:
    required_contract()
    fake = YouTube(known())
    with serving(fake, tmp_path) as reader:
        reader.read()
    assert len(fake.calls) > 10
    assert fake.problems == []


def test_the_description_finds_what_is_wrong() -> None:
    contract = required_contract()
    path = "/youtube/v3/subscriptions"
    wrong = {"maxResults": ["51"], "order": ["newest"], "limit": ["5"]}
    assert len(list(contract.request_problems("GET", path, wrong))) == 4
    assert list(contract.request_problems("GET", "/youtube/v3/likes", {}))
    answer = {"items": [{"snippet": {"resourceId": {"channel": "UC"}}}]}
    assert list(contract.answer_problems("GET", path, answer))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_googles_client_reads_the_fake() -> None:
    try:
        from googleapiclient.discovery import build  # noqa: PLC0415 - where it is installed
        from googleapiclient.errors import HttpError  # noqa: PLC0415
    except ModuleNotFoundError:
        not_there("google-api-python-client", "pip install '.[servers]'")
    fake = YouTube(known())
    fake.known.subscriptions_public = True
    with youtube(fake) as (address, _):
        options = {"api_endpoint": address}
        service = build(
            "youtube", "v3", developerKey=KEY, static_discovery=True, client_options=options
        )
        lists = service.subscriptions()
        asked = lists.list(
            part="snippet", channelId=fake.known.owner.id, maxResults=50, order="alphabetical"
        )
        found = []
        while asked is not None:
            answer = asked.execute()
            found += answer["items"]
            asked = lists.list_next(asked, answer)
        assert len(found) == 121
        with pytest.raises(HttpError) as refused:
            service.playlistItems().list(part="snippet", playlistId="LL").execute()
        service.close()
    assert json.loads(refused.value.content)["error"]["errors"][0]["reason"] == (
        "playlistItemsNotAccessible"
    )
    assert TOKEN not in str(fake.calls)
