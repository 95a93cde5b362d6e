"""Files to laid-out lines: PDF, DOCX, RTF, HTML, Markdown and plain text, read in a process that can do no harm."""

from roleferry.adapters.documents.reader import DocumentReader

__all__ = ["DocumentReader"]
