"""The configuration: every problem at once, each with its place and the remedy."""

import json
from pathlib import Path

import pytest

from audit import config
from audit.config_sections import WIKIDATA
from connectors.errors import ConfigError

GOOD = """
[agency]
name = "Ministry of Example"

[[account]]
platform = "x"
handle = "example_tauira"
path = "export"
"""


def problems(text: str, folder: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        config.parse(text, folder / "config.toml")
    return list(caught.value.problems)


def test_the_shortest_configuration_has_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    loaded = config.parse(GOOD, tmp_path / "config.toml")
    assert loaded.config.register_.jurisdiction == "nz"
    assert loaded.config.review.quarters == "financial"
    assert loaded.config.account[0].read == "export"
    assert loaded.path(loaded.config.account[0].path[0]) == tmp_path / "export"


def test_a_held_list_is_known_by_name_and_its_file_is_there(tmp_path: Path) -> None:
    found = problems(GOOD + '[sources.files]\nmbfc = "none.json"\n', tmp_path)
    assert "[sources.files], mbfc: there is no file or folder none.json" in found[-1]
    found = problems(GOOD + '[sources.files]\nratings = "none.json"\n', tmp_path)
    assert "[sources.files]: there is no list 'ratings'; write mbfc, newsguard" in found[0]


def test_five_mistakes_are_five_problems(tmp_path: Path) -> None:
    text = GOOD.replace('name = "Ministry of Example"', 'nam = "Ministry of Example"')
    text = text.replace('platform = "x"', 'platform = "twitter"')
    text += 'kinds = ["follows"]\n[review]\ndecide_within_days = "soon"\n'
    found = problems(text, tmp_path)
    assert len(found) == 6
    assert found[0] == "config.toml: [agency], name is missing. Add it."
    assert "[agency], nam is not a setting" in found[1]
    assert "[review], decide_within_days is 'soon'; write a whole number." in found[2]
    assert "[[account]] number 1, platform is 'twitter'" in found[3]
    assert "[[account]] number 1, kinds, entry 1 is 'follows'" in found[4]
    assert "there is no file or folder export" in found[5]


def test_the_same_block_twice_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    block = GOOD[GOOD.index("[[account]]") :]
    assert problems(GOOD + block, tmp_path) == [
        "config.toml: the [[account]] block for @example_tauira on X stands twice; delete one."
    ]


def test_a_windows_path_with_single_backslashes_gets_a_hint(tmp_path: Path) -> None:
    text = GOOD.replace('"export"', r'"C:\exports"')
    assert problems(text, tmp_path)[0].endswith("Write / instead of \\ in paths.")


def test_no_configuration_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="follow-audit init"):
        config.load(tmp_path / "config.toml")


def test_a_file_that_is_not_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(ConfigError, match="not UTF-8"):
        config.load(path)


@pytest.mark.parametrize(
    "address", ["query.wikidata.org", "ftp://a.example", "https://", "https://me:pw@a.example/"]
)
def test_an_endpoint_must_be_a_web_address(tmp_path: Path, address: str) -> None:
    (tmp_path / "export").mkdir()
    (found,) = problems(f'{GOOD}[register]\nwikidata = "{address}"\n', tmp_path)
    assert found.startswith("config.toml: [register], wikidata must be a web address without")
    assert "me:pw" not in found


def test_wikidata_is_asked_at_its_own_endpoint_unless_another_is_named(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    path = tmp_path / "config.toml"
    assert config.parse(GOOD, path).config.register_.wikidata == WIKIDATA
    own = f'{GOOD}[register]\nwikidata = "http://127.0.0.1:8000/sparql"\n'
    assert config.parse(own, path).config.register_.wikidata == "http://127.0.0.1:8000/sparql"


@pytest.mark.parametrize("contact", ["one\nX-Other: two", "Māori"])
def test_a_contact_that_no_header_can_hold_is_a_problem(tmp_path, contact):
    path = tmp_path / "config.toml"
    path.write_text(f'[agency]\nname = "A"\ncontact = {json.dumps(contact)}\n', encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        config.load(path)
    assert any("contact must be an e-mail or web address" in one for one in raised.value.problems)
