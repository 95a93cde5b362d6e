"""Open the queue's connection."""

from typing import Any

import msgspec
from arq.connections import ArqRedis, RedisSettings, create_pool


def encode(job: dict[str, Any]) -> bytes:
    """Return a job as JSON: write access to Redis must not be code execution, as it is with pickle."""
    return msgspec.json.encode(job, enc_hook=str)


def decode(data: bytes) -> dict[str, Any]:
    """Return a job from JSON."""
    job: dict[str, Any] = msgspec.json.decode(data)
    return job


def redis_settings(redis_url: str) -> RedisSettings:
    """Return arq's settings for a redis://, rediss:// or unix:// address."""
    settings = RedisSettings.from_dsn(redis_url)
    settings.conn_retries = 3
    return settings


async def open_queue(redis_url: str) -> ArqRedis:
    """Return a connected queue; a Redis that is away is waited for a few seconds, then arq raises."""
    return await create_pool(redis_settings(redis_url), job_serializer=encode, job_deserializer=decode)
