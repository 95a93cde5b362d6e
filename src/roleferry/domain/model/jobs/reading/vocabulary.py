"""What reading an advert needs to know of the world; `domain.model.vocabulary.Vocabulary` knows it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol

from roleferry.domain.model.jobs.posting import Seniority
from roleferry.domain.model.text import Span


class Mention(Protocol):
    """A skill found in a text."""

    @property
    @abstractmethod
    def name(self) -> str:
        """The canonical name."""

    @property
    @abstractmethod
    def written(self) -> str:
        """The words that stand in the text."""

    @property
    @abstractmethod
    def span(self) -> Span:
        """Where they stand."""


class PostingVocabulary(Protocol):
    """The questions an advert's reader asks."""

    @abstractmethod
    def find_skills(self, text: str) -> Sequence[Mention]:
        """Return the skills named in the text, in order, none overlapping."""

    @abstractmethod
    def find_titles(self, text: str) -> Sequence[tuple[str, Span]]:
        """Return the job titles named in the text and where they stand."""

    @abstractmethod
    def is_title(self, text: str) -> bool:
        """Tell whether the text is a job title as a whole."""

    @abstractmethod
    def seniority_of(self, title: str) -> Seniority | None:
        """Return the rung a title stands on, or None when it does not say."""
