"""What the reading process says, as JSON."""

from __future__ import annotations

import msgspec

from roleferry.domain.model.profile.document import Line, UnreadableReason


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a file, or why there are none."""

    lines: tuple[Line, ...] = ()
    unreadable: UnreadableReason | None = None
