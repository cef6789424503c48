"""The check before a run: what it says of each own account."""

from pathlib import Path

from audit.run import make
from tests.run.job import NOW, lay_out, with_accounts


def test_a_check_says_whose_export_it_is_where_the_configuration_says_another(
    tmp_path: Path,
) -> None:
    lay_out(tmp_path)
    block = 'platform = "x"\nhandle = "somebody_else"\npath = "sample/x-archive.zip"'
    checked = make.check(with_accounts(tmp_path, block), NOW, lambda _: None)
    (note,) = [note for note in checked.notes if "the configuration says" in note]
    assert note.startswith("@somebody_else on X: The archive belongs to @manatu_tauira")
