"""Says the document's language, for which XlsxWriter has no option."""

from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager

_END = b"</cp:coreProperties>"
_LANGUAGE = b"<dc:language>en-NZ</dc:language>" + _END


class WorkbookWithLanguage(Workbook):  # type: ignore[misc]  # XlsxWriter has no types
    """XlsxWriter's workbook, with the language among its core properties."""

    def _get_packager(self) -> Packager:
        return _PackagerWithLanguage()


class _PackagerWithLanguage(Packager):  # type: ignore[misc]
    def _write_core_file(self) -> None:
        super()._write_core_file()
        part = Path(self.filenames[-1][0])
        part.write_bytes(part.read_bytes().replace(_END, _LANGUAGE))
