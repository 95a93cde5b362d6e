"""Connect to addresses that were looked up and checked before, and to nothing else."""

import asyncio
import socket
from collections.abc import Sequence


async def dialed(addresses: Sequence[str], port: int) -> socket.socket:
    """
    Return a socket connected to the first address that answers.

    Raises:
        OSError: none does.
    """
    failure: OSError = OSError("the server has no address")
    for address in addresses:
        sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        try:
            sock.settimeout(0)
            await asyncio.get_running_loop().sock_connect(sock, (address, port))
        except OSError as error:
            sock.close()
            failure = error
        except BaseException:
            sock.close()
            raise
        else:
            return sock
    raise failure
