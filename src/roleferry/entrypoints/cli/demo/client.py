"""The service as one person sees it; whatever fails is said in one sentence with what to do."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import httpx

_TASK_SECONDS = 90.0
_POLL_SECONDS = 0.2
_OUTSIDE = ("/dev", "/health")


class DemoFailed(Exception):
    """The journey cannot go on; the text says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person at a service; `user_id` is None until there is one."""

    http: httpx.Client
    base_path: str
    user_id: str | None = None

    def named(self, user_id: str) -> "Person":
        """Return the same service for this person."""
        return replace(self, user_id=user_id)

    def call(self, method: str, path: str, **options: Any) -> Any:
        """
        Return the JSON of an answer.

        Raises:
            DemoFailed: nothing answers, or the answer is a problem.
        """
        answer = self.answer(method, path, **options)
        if answer.is_error:
            raise DemoFailed(_problem(method, path, answer))
        return answer.json() if answer.content else None

    def answer(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Return an answer whatever its status; a network failure is a DemoFailed."""
        url = path if path.startswith(_OUTSIDE) else f"{self.base_path}{path}"
        headers = {"X-Dev-User": self.user_id} if self.user_id else {}
        try:
            return self.http.request(method, url, headers=headers, **options)
        except httpx.TransportError as error:
            where = self.http.base_url
            raise DemoFailed(
                f"Nothing answers at {where} ({type(error).__name__}): start the service with `make run`, or name "
                f"another one with --url."
            ) from error

    def optional(self, method: str, path: str, **options: Any) -> Any:
        """Return the JSON of an answer, or None where this service does not have such an address."""
        answer = self.answer(method, path, **options)
        if answer.status_code in {404, 405}:
            return None
        if answer.is_error:
            raise DemoFailed(_problem(method, path, answer))
        return answer.json() if answer.content else None

    def every(self, path: str, **query: Any) -> Iterator[Any]:
        """Yield every item of a list, page by page."""
        cursor = None
        while True:
            params = {**query, "limit": 100, **({"cursor": cursor} if cursor else {})}
            page = self.call("GET", path, params=params)
            yield from page["items"]
            cursor = page.get("next_cursor")
            if not cursor:
                return

    def finished(self, accepted: Any, *, pause: Callable[[float], None] = time.sleep) -> Any:
        """
        Return the result of a task, which a worker does.

        Raises:
            DemoFailed: the task failed, or no worker took it on.
        """
        deadline = time.monotonic() + _TASK_SECONDS
        while time.monotonic() < deadline:
            task = self.call("GET", f"/tasks/{accepted['task_id']}")
            if task["status"] == "failed":
                raise DemoFailed((task["error"] or {}).get("detail", "A background task failed."))
            if task["status"] == "done":
                return task["result"]
            pause(_POLL_SECONDS)
        raise DemoFailed("No worker took the task on: start one with `roleferry worker` (or all with `make run`).")

    def clock(self, **setting: Any) -> datetime:
        """Return the test clock's time, after setting it when told to."""
        told = self.call("POST", "/dev/clock", json=setting) if setting else self.call("GET", "/dev/clock")
        return datetime.fromisoformat(told["now"])


def _problem(method: str, path: str, answer: httpx.Response) -> str:
    try:
        told = answer.json()
        detail = told.get("detail") or told.get("title") or answer.text
        fields = "; ".join(f"{one['path']}: {one['message']}" for one in told.get("errors", ()))
    except (ValueError, AttributeError, KeyError, TypeError):
        detail, fields = answer.text[:200], ""
    return f"{method} {path} was answered with {answer.status_code}: {detail}{f' ({fields})' if fields else ''}"
