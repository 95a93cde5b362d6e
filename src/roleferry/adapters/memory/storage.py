"""Files in a dict."""

from roleferry.ports.storage import FileNotFound, Storage


class MemoryStorage(Storage):
    """Gone with the process."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    async def put(self, key: str, data: bytes) -> None:
        self._files[key] = data

    async def get(self, key: str) -> bytes:
        try:
            return self._files[key]
        except KeyError:
            raise FileNotFound("this file is no longer kept") from None

    async def delete(self, key: str) -> None:
        self._files.pop(key, None)
