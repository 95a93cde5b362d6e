"""The vocabulary's data files and their loader."""

from roleferry.adapters.vocabulary.loader import load_vocabulary

__all__ = ["load_vocabulary"]
