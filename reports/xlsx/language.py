"""Says the document's language, for which XlsxWriter has no option."""

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager

_END = "</cp:coreProperties>"
_LANGUAGE = f"<dc:language>en-NZ</dc:language>{_END}"


class WorkbookWithLanguage(Workbook):  # type: ignore[misc]  # XlsxWriter has no types
    """XlsxWriter's workbook, in memory, with the language among its core properties."""

    def _get_packager(self) -> Packager:
        return _PackagerWithLanguage()


class _PackagerWithLanguage(Packager):  # type: ignore[misc]
    def _write_core_file(self) -> None:
        super()._write_core_file()
        part, *_ = self.filenames[-1]
        part.seek(part.tell() - len(_END))
        part.write(_LANGUAGE)
