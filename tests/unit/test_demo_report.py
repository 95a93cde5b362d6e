"""The demo's report as a page: everything escaped, nothing loaded from elsewhere."""

from roleferry.entrypoints.cli.demo.page import page
from roleferry.entrypoints.cli.demo.report import Report, figure

EVIL = "<script>alert(1)</script>"


def test_a_hostile_text_stays_a_text() -> None:
    mail = {
        "to": EVIL,
        "address": EVIL,
        "step": 1,
        "kind": "initial",
        "subject": EVIL,
        "body": EVIL,
        "claims": [{"sentence": EVIL, "evidence": {"source": "job", "text": EVIL}}],
        "planned_local": None,
        "sent_at": None,
        "time_zone": None,
        "status": None,
    }
    report = Report(service=EVIL, resume_from=EVIL, job_from=EVIL, said=EVIL, mails=[mail], figures={EVIL: EVIL})
    report.resume, report.job = {"name": EVIL}, {"title": EVIL, "company": EVIL}
    part = {"name": EVIL, "weight": 1.0, "score": 0.5, "sentence": EVIL, "evidence": [EVIL]}
    report.match = {"score": 3.0, "confidence": 0.2, "parts": [part]}
    report.pairs = [{"challenge_text": EVIL, "solution_text": EVIL, "relevance_score": 0.5}]
    report.gaps = [{"challenge_text": EVIL}]
    told = page(report)
    assert "<script" not in told
    assert "http-equiv" in told


def test_a_rate_carries_its_denominator_and_a_null_one_is_no_zero() -> None:
    assert figure({"value": 0.25, "numerator": 1, "denominator": 4}) == "25.0 % (1 of 4)"
    assert figure({"value": None, "numerator": 0, "denominator": 0}) == "not known yet (0 of 0)"
