"""A small register pack of an invented country, written to a folder by the tests."""

from pathlib import Path

from audit.register.pack import TABLES

MANIFEST = """
id = "tahi"
name = "Tahi"
parliament = "Parliament of Tahi"
version = 2026-06-01
language = "en-NZ"
timezone = "Pacific/Auckland"
licence = "invented for tests"
"""
SOURCED = "OFFICIAL,,2026-06-01"
ROWS: dict[str, list[str]] = {
    "parties": [
        f"party:kauri,The Kauri Party,Rōpū Kauri,Kauri,,,,,{SOURCED}",
        f"party:rimu,The Rimu Party,,Rimu,,,,,{SOURCED}",
        f"party:nikau,The Nīkau Party,,Nīkau,,,2024,,{SOURCED}",
        f"party:independent,Independent,,Independent,,,,,{SOURCED}",
    ],
    "people": [
        f"per:aroha-example,Aroha Example,,,{SOURCED}",
        f"per:bill-example,Bill Example,,,{SOURCED}",
        f"per:caro-example,Caro Example,,,{SOURCED}",
        f"per:dan-example,Dan Example,,,{SOURCED}",
        f"per:mere-example,Mere Example,,,{SOURCED}",
    ],
    "organisations": [
        f"org:rimu-youth,Rimu Youth,,party youth wing,party:rimu,,,{SOURCED}",
    ],
    "offices": [
        f"per:aroha-example,member,party:kauri,List,,2020-10-18,2023-10-14,{SOURCED}",
        f"per:aroha-example,member,party:kauri,Tahi North,,2023-10-15,2026-11-07,{SOURCED}",
        f"per:aroha-example,minister,party:kauri,,Finance,2023-11-27,,{SOURCED}",
        f"per:aroha-example,minister,party:kauri,,Tourism,2025-01,2025-06,{SOURCED}",
        f"per:bill-example,member,party:rimu,List,,2023-10-15,2025-03-04,{SOURCED}",
        f"per:bill-example,member,party:independent,List,,2025-03-05,2026-11-07,{SOURCED}",
        f"per:caro-example,candidate,party:rimu,Tahi South,,2023-09-15,,{SOURCED}",
        f"per:dan-example,candidate,party:nikau,Tahi East,,2026-10-09,,{SOURCED}",
        f"per:mere-example,mayor,,Tahi City,,2022-10,2025-10,{SOURCED}",
    ],
    "accounts": [
        f"per:aroha-example,x,ArohaExample,111,,,,last_known,{SOURCED}",
        f"per:bill-example,x,bill_example,,,,,last_known,{SOURCED}",
        f"per:bill-example,mastodon,bill@tahi.example,,,,,current,{SOURCED}",
        f"per:caro-example,x,caro_old,,,,,older_or_second_account,{SOURCED}",
        f"per:dan-example,bluesky,dan.example,did:plc:dan,,,,current,{SOURCED}",
        f"party:kauri,x,kauriparty,222,party,,,last_known,{SOURCED}",
        f"org:rimu-youth,x,rimuyouth,,,,,last_known,{SOURCED}",
    ],
    "accounts_rejected": ["per:aroha-example,x,aroha_fake,a copied list,contradicts the others"],
    "seats": [
        f"2020-10-18,party:kauri,6,{SOURCED}",
        f"2020-10-18,party:rimu,4,{SOURCED}",
        f"2023-10-15,party:kauri,6,{SOURCED}",
        f"2023-10-15,party:rimu,5,{SOURCED}",
        f"2025-03-05,party:kauri,6,{SOURCED}",
        f"2025-03-05,party:rimu,4,{SOURCED}",
        f"2025-03-05,party:independent,1,{SOURCED}",
    ],
    "elections": [
        f"2023,2023-10-14,2023-11-03,2023-07-14,2023-10-13,party:kauri,1000,6,{SOURCED}",
        f"2023,2023-10-14,2023-11-03,2023-07-14,2023-10-13,party:rimu,900,5,{SOURCED}",
        f"2026,2026-11-07,,2026-08-07,2026-11-06,,,,{SOURCED}",
    ],
    "governments": [
        f"party:rimu,2020-11-06,2023-11-26,{SOURCED}",
        f"party:kauri,2023-11-27,,{SOURCED}",
    ],
    "sources": ["OFFICIAL,An invented gazette,2026-06-01,none"],
}


def write_table(path: Path, name: str, rows: list[str]) -> Path:
    """Write one CSV with the columns of the named table."""
    path.write_text("\n".join([",".join(TABLES[name].columns), *rows, ""]), encoding="utf-8")
    return path


def write_pack(folder: Path, **changed: list[str]) -> Path:
    """Write the pack into the folder, with the rows of the named tables put in place of ours."""
    folder.mkdir(exist_ok=True)
    (folder / "pack.toml").write_text(MANIFEST, encoding="utf-8")
    for name, rows in (ROWS | changed).items():
        write_table(folder / f"{name}.csv", name, rows)
    return folder
