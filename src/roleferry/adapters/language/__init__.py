"""The matcher's knowledge of words, from data files in the package."""

from roleferry.adapters.language.loader import load_language

__all__ = ("load_language",)
