"""Examples of `/ai/*` for the API's pages; made-up people."""

from typing import Any

from roleferry.entrypoints.http.operation import example

_BY_RULES: dict[str, Any] = {"engine": "rules", "engine_reason": None}
_RESUME = "Ada Sample\nStaff Engineer, Harbour Systems, 2019 – Present\n- Cut checkout latency by 38%"
_JOB = "Backend Engineer\nYou will cut the latency of our checkout."
_SPAN = {"start": 0, "end": 10}
_SOLUTION = "Cut checkout latency by 38%"
_CHALLENGE = "You will cut the latency of our checkout."
_LINT = {"findings": [], "spam_score": 0.0, "char_count": 240, "body_char_count": 210, "band": "optimal"}
_CLAIM = {
    "sentence": "At Harbour Systems I cut checkout latency by 38%.",
    "evidence": {"kind": "result", "source": "resume", "text": _SOLUTION, "span": {"start": 60, "end": 87}},
}
_TO_WRITE = {
    "resume_text": _RESUME,
    "job_text": _JOB,
    "company": "Lantern Pay",
    "contact_name": "Grace Sample",
    "contact_title": "Head of Engineering",
    "tone": "direct",
    "length": "short",
}
_MAIL = {"subject": "Checkout latency", "body": "Hi Grace, …", "claims": [_CLAIM], "thin": False, "missing": []}

PARSE_RESUME = example(
    request={"text": _RESUME},
    answer={
        **_BY_RULES,
        "resume": {"raw_text": _RESUME, "name": {"value": "Ada Sample", "span": _SPAN}, "missing": ["education"]},
        "position": "Staff Engineer",
    },
)
PARSE_JOB = example(
    request={"text": _JOB},
    answer={**_BY_RULES, "job": {"raw_text": _JOB, "title": "Backend Engineer", "thin": True}},
)
PAIN_POINTS = example(
    request={"resume_text": _RESUME, "job_text": _JOB},
    answer={
        **_BY_RULES,
        "match": {"score": 61.5, "confidence": 0.4, "parts": []},
        "pairs": [
            {
                "challenge_text": _CHALLENGE,
                "challenge_span": {"start": 17, "end": 58},
                "solution_text": _SOLUTION,
                "solution_span": {"start": 60, "end": 87},
                "metric": None,
                "relevance_score": 0.71,
                "evidence": [{"asked": "latency", "told": "latency"}],
            }
        ],
        "gaps": [],
        "job_thin": True,
        "resume_missing": ["education"],
    },
)
OFFER = example(
    request=_TO_WRITE,
    answer={
        **_BY_RULES,
        **_MAIL,
        "tone": "direct",
        "length": "short",
        "level": "line_manager",
        "lint": _LINT,
    },
)
SEQUENCE = example(
    request=_TO_WRITE,
    answer={
        **_BY_RULES,
        "steps": [
            {
                **_MAIL,
                "kind": "initial",
                "day": 0,
                "same_thread": False,
                "angle": "the need and the result that answers it",
                "lint": _LINT,
            }
        ],
    },
)
_SPAM = {
    "code": "spam_phrase",
    "severity": "warning",
    "message": "'act now' reads like a mass mail.",
    "part": "body",
    "span": {"start": 0, "end": 7},
    "match": "Act now",
}
SPAM_CHECK = example(
    request={"subject": "Your open role", "body": "Act now: I am the one you look for."},
    answer={
        **_BY_RULES,
        "spam_score": 0.3,
        "matches": [_SPAM],
        "findings": [_SPAM],
        "char_count": 49,
        "body_char_count": 35,
        "band": "short",
        "clean": True,
    },
)
RESEARCH = example(
    request={"company": "Lantern Pay", "text": "Lantern Pay raised a Series B on 4 May 2026."},
    answer={
        **_BY_RULES,
        "company": "Lantern Pay",
        "about": None,
        "industries": [],
        "facts": [
            {
                "text": "Lantern Pay raised a Series B on 4 May 2026.",
                "kind": "funding",
                "dated": "2026-05-04",
                "span": {"start": 0, "end": 44},
            }
        ],
    },
)
REPLY = example(
    request={"text": "Happy to talk. Does Tuesday at ten work?"},
    answer={
        **_BY_RULES,
        "label": "meeting",
        "confidence": 0.8,
        "words": ["happy to talk"],
        "human": True,
        "positive": True,
        "back_on": None,
        "new_text": "Happy to talk. Does Tuesday at ten work?",
    },
)
