"""Stands in for `roleferry serve|worker|migrate|seed`, so that the supervisor is tested by itself."""

import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path


class _Ready(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response_only(200)
        self.end_headers()


def main(command: str) -> int:
    home = Path(os.environ["ROLEFERRY_HOME"])
    print(command, os.environ["ROLEFERRY_ENV"], os.environ["DATABASE_URL"].split(":")[0], os.environ["REDIS_URL"][:5])
    if command == "serve":
        HTTPServer(("127.0.0.1", int(os.environ["ROLEFERRY_PORT"])), _Ready).serve_forever()
    if command == "worker" and not (crashed := home / "crashed").exists():
        crashed.touch()
        return 3
    if command == "worker":
        signal.pause()
    return 9 if os.environ.get("FAIL") == command else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
