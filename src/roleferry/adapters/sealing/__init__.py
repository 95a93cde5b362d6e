"""Secrets sealed with AES-256-GCM."""

from roleferry.adapters.sealing.box import AesSecretBox

__all__ = ("AesSecretBox",)
