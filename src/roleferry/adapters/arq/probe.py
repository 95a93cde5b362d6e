"""Look at Redis from outside."""

from redis.asyncio import Redis
from redis.exceptions import RedisError

_SECONDS = 5.0


async def probe_redis(redis_url: str) -> str | None:
    """Return None when it answers, else in words why not."""
    try:
        redis = Redis.from_url(redis_url, socket_connect_timeout=_SECONDS, socket_timeout=_SECONDS)
    except ValueError:
        return "this is no address of a Redis; it looks like redis://host:6379/0"
    try:
        await redis.execute_command("PING")
    except (RedisError, OSError) as error:
        return str(error) or type(error).__name__
    finally:
        await redis.aclose()
    return None
