"""Keys, each of one purpose, from the secrets that are set."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from roleferry.adapters.sealing import AesSecretBox
from roleferry.adapters.standard_webhooks import signing_key
from roleferry.entrypoints.settings import Settings, SettingsError


def derive_key(secret: str, purpose: str) -> bytes:
    """Return the 256-bit key of one purpose; one secret is kept, none of its keys opens another's doors (RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())


def keys_of_webhooks(settings: Settings) -> tuple[bytes, ...]:
    """Return the keys that may sign events: those given to others, and last our own, for simulated readers."""
    given = [signing_key(one) for one in (settings.webhook_secret, settings.webhook_secret_previous) if one]
    return (*given, derive_key(settings.secret, "webhooks"))


def secret_box_of(settings: Settings) -> AesSecretBox:
    """
    Return the box that seals with the newest secret and opens with any, ROLEFERRY_SECRET the oldest of them.

    Raises:
        SettingsError: a secret can be guessed.
    """
    secrets = [one.strip() for one in settings.sealing_secrets.split(",") if one.strip()]
    if not settings.is_dev and any(len(one) < 32 for one in secrets):  # noqa: PLR2004 - 256 bits
        raise SettingsError("ROLEFERRY_SEALING_SECRETS must each be at least 32 random characters outside dev")
    return AesSecretBox([derive_key(one, "secrets") for one in (*secrets, settings.secret)])
