from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleferry.domain.model.writing.clauses import shorter
from roleferry.domain.model.writing.first_person import as_done, as_task, tidy
from roleferry.domain.model.writing.roles import as_role

TOLD = {
    "Reduced p95 latency by 40 % by moving reads to Redis.": "reduced p95 latency by 40 % by moving reads to Redis",
    "• Led a team of 6;": "led a team of 6",
    "I cut costs by 12%": "cut costs by 12%",
    "Responsible for payroll of 300 people": "am responsible for payroll of 300 people",
    "Lead a team of 6 engineers": "lead a team of 6 engineers",
    "Manages vendors in 3 regions": "manage vendors in 3 regions",
    "Successfully migrated 12 services": "successfully migrated 12 services",
    "Co-led the rollout of SSO": "co-led the rollout of SSO",
    "Negotiated\n  terms with 3 banks": "negotiated terms with 3 banks",
    "Set up CI for 14 repositories": "set up CI for 14 repositories",
}
NOT_TOLD = (
    "REDUCED COSTS BY 40%",
    "Lead engineer for payments",
    "Advanced analytics for retail",
    "Test plans for mobile",
    "Scheduling of 34 staff across shifts",
    "p95 latency reduced by 40%",
    "Développé une API en Python",
    "Built {{ thing }} for many users",
    "Led [team name] to many wins",
    "Grew our team to 9 people",
    "Helped",
    "",
    "We shipped 12 releases a year",
    "Worked on {<Experience>} for clients",
    "Docker, Kubernetes (EKS), Terraform, Jenkins, GitHub Actions",
)


@pytest.mark.parametrize(("line", "told"), TOLD.items())
def test_a_line_is_told_in_the_first_person(line: str, told: str) -> None:
    assert as_done(line) == told


@pytest.mark.parametrize("line", NOT_TOLD)
def test_a_line_that_cannot_be_told_safely_is_not_told(line: str) -> None:
    assert as_done(line) is None


def test_what_was_done_at_a_job_that_is_over_stands_in_the_past() -> None:
    assert as_done("Lead a team of 6 engineers", still_held=False) == "led a team of 6 engineers"
    assert (
        as_done("Responsible for payroll at two sites", still_held=False) == "was responsible for payroll at two sites"
    )
    assert as_done("Design, build and run services", still_held=False) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Managing a team of 6 and training new staff", "managed a team of 6 and trained new staff"),
        (
            "Monitoring and analyzing traffic, responding to threats",
            "monitored and analyzed traffic, responding to threats",
        ),
        (
            "Performing internal audits, providing detailed reports",
            "performed internal audits, providing detailed reports",
        ),
        ("Overseeing hiring and onboarding", "oversaw hiring and onboarding"),
        (
            "Monitoring traffic, quickly responding to and eliminating threats",
            "monitored traffic, quickly responding to and eliminating threats",
        ),
        ("Serving clients by moving files and training staff", "served clients by moving files and training staff"),
        ("Manages the budget and trains the staff", "managed the budget and trained the staff"),
        ("Lead a team of 6 and manage the budget", "led a team of 6 and managed the budget"),
        ("Tasked with rebuilding the ledger", "was tasked with rebuilding the ledger"),
    ],
)
def test_verbs_joined_to_the_first_follow_it_into_the_past(line: str, told: str) -> None:
    assert as_done(line, still_held=False) == told


@pytest.mark.parametrize(
    "line", ["Manages budgets and reports", "Leads a team and plans", "Lead a team and report to boards"]
)
def test_what_may_be_a_noun_or_a_verb_is_not_told(line: str) -> None:
    assert as_done(line, still_held=False) is None


def test_a_gerund_of_a_job_still_held_stands_in_the_present() -> None:
    assert as_done("Managing a team of 6 and training new staff") == "manage a team of 6 and train new staff"


def test_an_adverts_line_becomes_a_task_for_somebody() -> None:
    assert as_task("Own the migration of our monolith") == "own the migration of your monolith"
    assert as_task("You will build dashboards for sales") == "build dashboards for sales"
    assert as_task("Building and operating our data platform") is None
    assert as_task("5+ years of experience with Kafka") is None
    assert as_task("Lead engineer wanted in Berlin") is None


@given(st.text(max_size=200))
def test_any_line_is_told_with_its_own_words_or_not_at_all(line: str) -> None:
    for told in (as_done(line), as_done(line, still_held=False)):
        if told is not None:
            assert tidy(line).endswith(" ".join(told.split()[2:]))
    as_task(line)


def test_a_line_is_shortened_at_its_clauses_only() -> None:
    line = "migrated 12 services to Kubernetes, cutting cost by 20%, while the team shrank"
    assert shorter(line) == (
        "migrated 12 services to Kubernetes, cutting cost by 20%",
        "migrated 12 services to Kubernetes",
    )
    assert shorter("cut build time from 40 to 9 minutes, but only on Linux") == ()
    assert shorter("handled 1,200 tickets a month") == ()


@given(st.text(max_size=300))
def test_shorter_forms_are_beginnings_of_the_line(line: str) -> None:
    for piece in shorter(line):
        assert line.startswith(piece)
        assert len(piece) < len(line)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Site Reliability Engineer", "a Site Reliability Engineer"),
        ("SRE", "an SRE"),
        ("Account Executive", "an Account Executive"),
        ("UX Designer", "a UX Designer"),
        ("Head of Finance", "Head of Finance"),
        ("VP Engineering", "VP Engineering"),
        ("Unit Manager", "a Unit Manager"),
        ("IT Manager", "an IT Manager"),
        ("HR Partner", "an HR Partner"),
    ],
)
def test_a_title_takes_the_right_article(title: str, told: str) -> None:
    assert as_role(title) == told
