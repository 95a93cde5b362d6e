"""The one refusal all three sending machines share: a move that their tables do not list (SPEC 3.8)."""

from __future__ import annotations

from roleferry.domain.model.errors import Conflict


class IllegalTransition(Conflict):
    """It cannot go from its state to the one asked for."""

    code = "sending.illegal_transition"
