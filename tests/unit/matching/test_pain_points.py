"""A pain point is a pair of literal lines with something telling in common, or an honest gap (SPEC 3.5)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.matching import PainPointMap, pain_points
from roleferry.domain.model.matching.pain_points import NO_EVIDENCE, TOLD_ALREADY
from roleferry.domain.model.profile.resume import Resume
from tests.unit.matching.builders import LANGUAGE, a_posting, a_resume

WORDS = st.sampled_from(
    "kafka python ledger k8s Kubernetes payments pipelines audits team work build 40% the é".split()
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join) | st.text("ab \n\t", max_size=9), max_size=6)


def mapped(told: list[str], asked: list[str], metric: str = "") -> PainPointMap:
    return pain_points(a_resume(*told, metric=metric), a_posting(*asked), language=LANGUAGE)


def test_the_line_that_shares_the_rarest_words_answers() -> None:
    found = mapped(
        ["Worked with a team on work", "Rebuilt settlement ledger audits", "Cooked for payments"],
        ["Own the settlement ledger and its audits"],
    )
    assert [pair.solution_text for pair in found.pairs] == ["Rebuilt settlement ledger audits"]
    assert [(term.asked, term.told) for term in found.pairs[0].evidence] == [
        ("settlement", "settlement"),
        ("audits", "audits"),
        ("ledger", "ledger"),
    ]
    assert found.gaps == ()


def test_words_of_every_advert_are_no_evidence() -> None:
    found = mapped(["Built work experience with the team"], ["Build experience in our team role"])
    assert found.pairs == ()
    assert [gap.reason for gap in found.gaps] == [NO_EVIDENCE]


def test_a_single_rare_word_is_chance() -> None:
    assert mapped(["Graduated three apprentices to journeyman"], ["Journeyman card in industry"]).pairs == ()


def test_a_synonym_is_quoted_as_each_side_writes_it() -> None:
    found = mapped(["Moved payments to k8s"], ["Run payments on Kubernetes"])
    assert ("Kubernetes", "k8s") in [(term.asked, term.told) for term in found.pairs[0].evidence]


def test_a_line_with_a_metric_wins_a_tie() -> None:
    told = ["Shortened ledger audits by week", "Shortened ledger audits by 40%"]
    assert mapped(told, ["Speed up ledger audits"], metric="40").pairs[0].metric is not None


def test_one_line_is_not_stretched_over_every_problem() -> None:
    asked = [
        f"Own ledger audits and pipelines of the {name} sort, {name} first" for name in "north south east west".split()
    ]
    found = mapped(["Ran ledger audits for a bank of some size in Wales"], asked)
    assert 1 <= len(found.pairs) < len(asked)
    assert {gap.reason for gap in found.gaps} == {TOLD_ALREADY}


def test_a_word_within_a_longer_name_is_no_evidence_of_its_own() -> None:
    told, asked = "Moved settlement payments to k8s", "Run payments of settlement on Kubernetes"
    evidence = mapped([told], [asked]).pairs[0].evidence
    assert len({term.asked for term in evidence}) == len(evidence) == 3


def test_an_empty_resume_answers_nothing() -> None:
    found = pain_points(Resume(raw_text=""), a_posting("Own the ledger"), language=LANGUAGE)
    assert found.pairs == ()
    assert [gap.challenge_text for gap in found.gaps] == ["Own the ledger"]


def test_lines_are_found_where_reading_found_no_positions() -> None:
    resume = Resume(raw_text="  A. Person\n  Rebuilt the settlement ledger audits\n")
    found = pain_points(resume, a_posting("Own settlement ledger audits"), language=LANGUAGE)
    assert found.pairs[0].solution_span.of(resume.raw_text) == "Rebuilt the settlement ledger audits"


@settings(max_examples=200, deadline=None)
@given(LINES, LINES)
def test_every_problem_comes_once_and_every_quote_is_literal(told: list[str], asked: list[str]) -> None:
    resume, posting = a_resume(*told), a_posting(*asked)
    found = pain_points(resume, posting, language=LANGUAGE)
    assert found == pain_points(resume, posting, language=LANGUAGE)
    spans = [pair.challenge_span for pair in found.pairs] + [gap.challenge_span for gap in found.gaps]
    assert len(spans) == len(set(spans))
    for pair in found.pairs:
        assert pair.challenge_span.of(posting.raw_text) == pair.challenge_text
        assert pair.solution_span.of(resume.raw_text) == pair.solution_text
        assert 0 < pair.relevance_score <= 1
        assert pair.evidence
        assert all(term.asked in pair.challenge_text and term.told in pair.solution_text for term in pair.evidence)
