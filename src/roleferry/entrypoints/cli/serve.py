"""`roleferry serve`: the API on one port."""

import ipaddress

import uvicorn
import uvloop

from roleferry.entrypoints.collecting import collect_seldom
from roleferry.entrypoints.container import opened
from roleferry.entrypoints.http.app import create_app, observed
from roleferry.entrypoints.http.one_write import OneWriteProtocol
from roleferry.entrypoints.settings import Settings, SettingsError


def serve(settings: Settings) -> int:
    """
    Serve the API until a signal says stop.

    Raises:
        SettingsError: stub sign-in would be reachable from other machines.
    """
    refuse_open_stub(settings)
    uvloop.run(_serve(settings))
    return 0


def refuse_open_stub(settings: Settings) -> None:
    """Stub sign-in takes everybody for the demo user, so it binds to loopback only (SPEC 8)."""
    loopback = settings.host == "localhost" or _is_loopback(settings.host)
    if not loopback:
        raise SettingsError(f"ROLEFERRY_HOST={settings.host}: without sign-in the API binds to loopback only")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def _serve(settings: Settings) -> None:
    async with opened(settings) as container:
        container.vocabulary()  # read the word lists now, not within somebody's first request
        container.language()
        app = observed(create_app(container), container)
        collect_seldom()
        config = uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            http=OneWriteProtocol,
            lifespan="off",
            access_log=False,
            log_config=None,
            server_header=False,
            timeout_graceful_shutdown=20,
        )
        await uvicorn.Server(config).serve()
