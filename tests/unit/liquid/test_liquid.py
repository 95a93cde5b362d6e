from __future__ import annotations

import pytest

from roleferry.adapters.liquid import LiquidTemplateEngine
from roleferry.ports.templates import TemplateEngine
from tests.contracts.template_engine import TemplateEngineContract

ENGINE = LiquidTemplateEngine()


class TestLiquidTemplateEngine(TemplateEngineContract):
    def an_engine(self) -> TemplateEngine:
        return ENGINE


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{% if false %}{% assign job = offer %}{% endif %}{{ job.title }}", "Nurse"),
        ("{{ ['job'].title }}", "Nurse"),
        ("{{ [company.name].title }}", "Nurse"),
        ("{{ job[offer.part] }}", "Nurse"),
        ("{% for x in job.skills %}{{ x }}{% endfor %}", "Redis"),
        ("{{ contact.first_name | default: job.title }}", "Nurse"),
    ],
)
def test_a_name_is_found_however_it_is_come_by(source: str, text: str) -> None:
    data = {"job": {"title": "Nurse", "skills": ["Redis"]}, "company": {"name": "job"}, "offer": {"part": "title"}}
    assert ENGINE.render(source, data) == text
