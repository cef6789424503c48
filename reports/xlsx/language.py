"""Says the document's language, which XlsxWriter cannot, and keeps the bytes repeatable."""

import io
import zipfile

_LANGUAGE = "en-NZ"
_CORE = "docProps/core.xml"
_END = "</cp:coreProperties>"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can hold


def with_language(content: bytes) -> bytes:
    """Write the workbook's parts again, with the language among its core properties."""
    finished = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(finished, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == _CORE:
                language = f"<dc:language>{_LANGUAGE}</dc:language>{_END}"
                part = part.replace(_END.encode(), language.encode())
            fixed = zipfile.ZipInfo(entry.filename, date_time=_EPOCH)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, part)
    return finished.getvalue()
