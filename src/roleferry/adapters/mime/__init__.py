"""Mails as bytes, by the standard library's email package."""

from roleferry.adapters.mime.composer import MimeComposer

__all__ = ["MimeComposer"]
