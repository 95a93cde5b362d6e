"""The six public boards, each read from its own JSON."""

from roleferry.adapters.direct_http.boards.ashby import Ashby
from roleferry.adapters.direct_http.boards.board import BoardApi
from roleferry.adapters.direct_http.boards.greenhouse import Greenhouse
from roleferry.adapters.direct_http.boards.lever import Lever
from roleferry.adapters.direct_http.boards.recruitee import Recruitee
from roleferry.adapters.direct_http.boards.smartrecruiters import SmartRecruiters
from roleferry.adapters.direct_http.boards.workable import Workable
from roleferry.domain.model.jobs.boards import Board

READERS: dict[Board, BoardApi] = {
    Board.GREENHOUSE: Greenhouse(),
    Board.LEVER: Lever(),
    Board.ASHBY: Ashby(),
    Board.WORKABLE: Workable(),
    Board.SMARTRECRUITERS: SmartRecruiters(),
    Board.RECRUITEE: Recruitee(),
}

__all__ = ["READERS", "BoardApi"]
