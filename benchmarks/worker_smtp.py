"""One worker sending what is due, as `roleferry worker` does, until nothing is; a process of its own."""

import json
import os
import sys
import time

import uvloop

from roleferry.entrypoints import logging
from roleferry.entrypoints.container import opened
from roleferry.entrypoints.settings import load
from roleferry.entrypoints.worker.main import Worker


async def measure() -> dict[str, float]:
    """Return mails a second, and how many were handed over."""
    settings = load(os.environ)
    logging.configure(settings)
    async with opened(settings) as container:
        worker = Worker(container)
        started, sent = time.perf_counter(), 0
        while handled := await worker.send_due():
            sent += handled
        elapsed = time.perf_counter() - started
        await container.mailer().aclose()
    return {"per_second": sent / elapsed, "mails": sent}


if __name__ == "__main__":
    if profile := os.environ.get("PROFILE"):
        import cProfile

        with cProfile.Profile() as profiler:
            measured = uvloop.run(measure())
        profiler.dump_stats(profile)
    else:
        measured = uvloop.run(measure())
    sys.stdout.write(json.dumps(measured))
