"""A secret where a vendor signs nothing: in the address, in a header of its own, or as a password (RFC 7617)."""

import base64
import binascii
import hmac
from collections.abc import Mapping, Sequence

from roleferry.ports.event_sources import PROOF_HEADER, Forged


def check_secret(headers: Mapping[str, str], secrets: Sequence[str]) -> None:
    """
    Let whoever shows one of the secrets pass; several are believed while one is being changed.

    Raises:
        Forged: nobody we told it to.
    """
    shown = [one.encode("utf-8", "surrogatepass") for one in (headers.get(PROOF_HEADER, ""), _password(headers)) if one]
    matches = [hmac.compare_digest(one, secret.encode()) for one in shown for secret in secrets if secret]
    if not any(matches):
        raise Forged("the secret is missing or wrong")


def _password(headers: Mapping[str, str]) -> str:
    scheme, _, credentials = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(credentials.strip(), validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""
