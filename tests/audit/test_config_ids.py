"""The setting ids of an account: a table beside an export, and nothing else."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit import config
from audit.run.own_account import own_account
from connectors.errors import ConfigError

BLOCK = '[[account]]\nplatform = "x"\nhandle = "example_agency"\npath = "a.zip"\n'


def parsed(folder: Path, more: str, *, check_files: bool = False) -> config.Loaded:
    text = f'[agency]\nname = "Ministry of Example"\n{BLOCK}{more}'
    return config.parse(text, folder / "config.toml", check_files=check_files)


def test_a_table_goes_with_the_account_to_its_export(tmp_path: Path) -> None:
    loaded = parsed(tmp_path, 'ids = "mine/ids.csv"')
    account = own_account(loaded.config.account[0], loaded, datetime(2026, 10, 5, tzinfo=UTC))
    assert account.ids == (tmp_path / "mine" / "ids.csv",)


def test_a_table_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK")
    with pytest.raises(ConfigError, match=r"number 1, ids: there is no file or folder ids\.csv"):
        parsed(tmp_path, 'ids = ["ids.csv"]', check_files=True)


def test_a_list_has_no_use_for_a_table(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match='ids is for read = "export" alone'):
        parsed(tmp_path, 'read = "list"\nids = "ids.csv"')
