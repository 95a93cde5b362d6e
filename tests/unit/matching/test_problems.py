"""Two lines about the same problem pair in other words, on related work only, along stated relations only."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.language import load_language
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.matching import PainPointMap, pain_points
from tests.unit.matching.builders import a_posting, a_resume

LANGUAGE = load_language()
SOFTWARE = "Write services in Python on Kubernetes. Tune queries and deploy to production. Subscriptions"
SURGERY = (
    "General surgeon. Laparoscopic cholecystectomy, hernia repair, bowel resection, trauma wards, anaesthesia rounds, "
    "wound care, sutures, biopsies, endoscopy, colonoscopy, appendectomy, transplants, board certified, fellowship"
)


def mapped(told: str, asked: str, *, ours: str = SOFTWARE, theirs: str = SOFTWARE) -> PainPointMap:
    resume, posting = a_resume(told, ours), a_posting(asked, text=theirs)
    return pain_points(resume, posting, language=LANGUAGE)


def told_together(told: str, asked: str) -> list[tuple[str, str, str]]:
    pairs = [pair for pair in mapped(told, asked).pairs if pair.solution_text == told]
    return [(one.asked, one.told, one.why) for pair in pairs for one in pair.evidence]


@pytest.mark.parametrize(
    ("asked", "told", "evidence"),
    [
        (
            "Reduce churn among small shops",
            "Raised the renewal rate to 94 %",
            ("churn", "renewal rate", "keeping customers"),
        ),
        (
            "Share our on-call rotation",
            "Wrote the post-mortem of each outage",
            ("on-call", "post-mortem", "incidents and outages"),
        ),
        (
            "Know your way around relational databases",
            "Moved the ledger to PostgreSQL",
            ("relational databases", "PostgreSQL", "relational database, of which it is one"),
        ),
        (
            "Bring new merchants live through customer onboarding",
            "Onboarded 40 enterprise customers",
            ("customer onboarding", "Onboarded … customers", "getting new customers up and running"),
        ),
    ],
)
def test_one_problem_in_two_wordings_is_a_pair_with_its_reason(
    asked: str, told: str, evidence: tuple[str, str, str]
) -> None:
    assert evidence in told_together(told, asked)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Run MySQL for our shops", "Moved the ledger to PostgreSQL"),
        ("Experience with PostgreSQL", "Ran relational databases for a bank"),
        ("Write Kubernetes manifests", "Built Docker images"),
        ("Make our web accessible", "Frequently accessed inventory records"),
        ("Talk to the public about our shops", "Made 14 publications"),
    ],
)
def test_what_is_only_similar_is_no_pair(asked: str, told: str) -> None:
    assert told_together(told, asked) == []


def test_a_problem_any_work_has_pairs_nothing_alone() -> None:
    assert told_together("Supervised and mentored three colleagues", "Coach our juniors") == []


def test_a_shared_problem_on_unrelated_work_is_no_pair() -> None:
    told = "Reduced medication error rate, incident response on call, mentored residents"
    assert mapped(told, "Share on-call and mentor juniors in Python", ours=SURGERY).pairs == ()


def test_evidence_is_quoted_from_both_lines() -> None:
    pair = mapped("Raised the renewal rate to 94 %", "Reduce churn among small shops").pairs[0]
    for one in pair.evidence:
        assert all(part in pair.challenge_text for part in one.asked.split(" … "))
        assert all(part in pair.solution_text for part in one.told.split(" … "))
    assert pair.evidence[0].words == "renewal rate (keeping customers)"


TRADES = {
    "nurse": "Assessed critically ill patients, titrated drips, led code blue responses, charted in the ward",
    "chef": "Ran a kitchen of 14 cooks, cut food cost to 27 %, planned seasonal menus and banquets",
    "driver": "Drove refrigerated loads long haul, inspected tractor-trailers, kept logs, 1.2 million miles",
    "teacher": "Taught fourth grade reading, wrote lesson plans, met parents, led classroom management",
    "electrician": "Bent conduit, wired panels, repaired motor controls, read blueprints in a bottling plant",
    "paralegal": "Drafted pleadings, prepared trial exhibits, summarised depositions, filed with the court",
    "accountant": "Closed the month in 5 days, reconciled bank accounts, prepared tax returns under GAAP",
    "developer": "Built REST services in Python, tuned PostgreSQL, shipped to Kubernetes, cut latency by 40 %",
    "stylist": "Cut and coloured hair, advised clients on care, ordered shampoo, trained two apprentices",
    "farmer": "Milked 80 cows, repaired fences, baled hay, kept records of feed and vaccination",
}
PAIRS = [(one, other) for one in TRADES for other in TRADES if one != other]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_unrelated_trades_have_no_pair(one: str, other: str) -> None:
    resume, posting = a_resume(*TRADES[one].split(", ")), a_posting(*TRADES[other].split(", "))
    assert pain_points(resume, posting, language=LANGUAGE).pairs == ()


NAMES = [entry for entry in load_vocabulary().skills.entries() if entry.hard]
BY_CATEGORY = {category: [e.name for e in NAMES if e.category == category] for category in {e.category for e in NAMES}}
FAR = [("healthcare", "framework"), ("hospitality", "cloud"), ("construction", "marketing"), ("legal", "science")]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FAR), st.data())
def test_skills_of_unrelated_occupations_make_no_pair(far: tuple[str, str], data: st.DataObject) -> None:
    ours, theirs = (data.draw(st.lists(st.sampled_from(BY_CATEGORY[one]), min_size=1, max_size=6)) for one in far)
    resume = a_resume(f"Worked with {', '.join(ours)} every day")
    posting = a_posting(f"Own our {', '.join(theirs)} from the first day")
    for pair in pain_points(resume, posting, language=LANGUAGE).pairs:
        assert {one.told.casefold() for one in pair.evidence} & {one.asked.casefold() for one in pair.evidence}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Run phishing simulations and awareness training", "Monitored traffic and stopped threats"),
        ("Coach teachers in lesson planning", "Developed a curriculum for the whole school"),
        ("Test landing pages", "Improved the conversion rate of calls"),
    ],
)
def test_a_problem_as_wide_as_a_trade_pairs_nothing_alone(asked: str, told: str) -> None:
    assert told_together(told, asked) == []
