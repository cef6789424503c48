"""The words of a published document: a web page, a PDF, a Word file or plain text."""

from connectors.document.read import Document, read_document

__all__ = ["Document", "read_document"]
