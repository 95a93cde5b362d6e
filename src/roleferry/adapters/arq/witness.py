"""Redis remembers how far sending had come, for every machine; a flush makes it forget, and no harm is done."""

from typing import Any
from uuid import UUID

from redis.exceptions import RedisError

from roleferry.ports.errors import Unavailable
from roleferry.ports.send_witness import Epoch, SendWitness

_KEEP_THE_HIGHER = """
local known = tonumber(redis.call('GET', KEYS[1]) or '0')
if tonumber(ARGV[1]) > known then redis.call('SET', KEYS[1], ARGV[1]) end
"""


class RedisWitness(SendWitness):
    """One key an installation."""

    def __init__(self, redis: Any) -> None:
        self._redis = redis

    async def remember(self, epoch: Epoch) -> None:
        try:
            await self._redis.eval(_KEEP_THE_HIGHER, 1, _key(epoch.installation), epoch.number)
        except (RedisError, OSError) as error:
            raise Unavailable("Redis cannot be reached") from error

    async def recall(self, installation: UUID) -> int:
        try:
            return int(await self._redis.get(_key(installation)) or 0)
        except (RedisError, OSError) as error:
            raise Unavailable("Redis cannot be reached") from error


def _key(installation: UUID) -> str:
    return f"roleferry:send-epoch:{installation}"
