"""What an OpenDocument file notes of itself (meta.xml): its maker's properties, who saved it last.

Names as in OpenDocument 1.3, part 3, sections 4.3.2.7 (creator) and 4.3.3 (user-defined).
"""

import io
import zipfile
from collections.abc import Mapping

from defusedxml import ElementTree

from connectors.list_workbook import DAMAGE
from connectors.profiles import clean

_MOST_BYTES = 2**20
_META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def noted_in(content: bytes) -> tuple[Mapping[str, str], str]:
    """Give the properties and the name of who saved it; empty where it notes none that is whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if archive.getinfo("meta.xml").file_size > _MOST_BYTES:
                return {}, ""
            noted = ElementTree.fromstring(archive.read("meta.xml"))
    except DAMAGE:
        return {}, ""
    name = f"{{{_META}}}name"
    own = noted.iter(f"{{{_META}}}user-defined")
    properties = {one.get(name, ""): clean(one.text or "") for one in own}
    return properties, clean(noted.findtext(f".//{_CREATOR}") or "")
