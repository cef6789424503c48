"""An account that an export names, and says nothing else of, stands in the workbook by its name."""

from openpyxl import load_workbook

from audit.cli import execute
from tests.connectors.meta_files import meta_json
from tests.reports.workbooks import table_rows

FOLLOWED = "connections/followers/who_you've_followed.json"


def test_a_follow_known_by_name_alone_is_no_blank_row(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "export" / FOLLOWED
    path.parent.mkdir(parents=True)
    follows = [{"name": "Tāmaki Example Café", "timestamp": 1_784_000_000}]
    path.write_bytes(meta_json({"following_v3": follows}))
    (tmp_path / "config.toml").write_text(
        '[agency]\nname = "Ministry of Example"\n'
        '[[account]]\nplatform = "facebook"\nhandle = "ours"\npath = "export"\n',
        encoding="utf-8",
    )
    assert execute(["run", "--now", "2026-10-05T06:30:00+13:00"]) == 0
    (book,) = (tmp_path / "runs").glob("*/*.xlsx")
    (row,) = table_rows(load_workbook(book)["Followed accounts"])
    assert (row["Account"], row["Name"]) == (None, "Tāmaki Example Café")
