"""One-page offer documents, made locally."""

from roleferry.adapters.one_pager.pdf import PdfOnePager

__all__ = ["PdfOnePager"]
