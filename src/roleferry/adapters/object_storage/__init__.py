"""Files through obstore: a local folder now, a bucket later, one code."""

from pathlib import Path

import obstore
from obstore.exceptions import NotFoundError
from obstore.store import LocalStore, ObjectStore

from roleferry.ports.storage import FileNotFound, Storage


class ObjectStorage(Storage):
    """Objects in any store obstore speaks to."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def put(self, key: str, data: bytes) -> None:
        await obstore.put_async(self._store, key, data)

    async def get(self, key: str) -> bytes:
        try:
            found = await obstore.get_async(self._store, key)
            return bytes(await found.bytes_async())
        except (NotFoundError, FileNotFoundError):
            raise FileNotFound("this file is no longer kept") from None

    async def delete(self, key: str) -> None:
        try:
            await obstore.delete_async(self._store, key)
        except (NotFoundError, FileNotFoundError):
            return


def local_storage(folder: Path) -> ObjectStorage:
    """Return storage in a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    return ObjectStorage(LocalStore(str(folder.resolve()), mkdir=True))
