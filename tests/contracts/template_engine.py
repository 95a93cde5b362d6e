from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.writing.templating import (
    MAX_OUTPUT_CHARS,
    MAX_SOURCE_CHARS,
    BadTemplate,
    UnresolvedVariable,
)
from roleferry.ports.templates import TemplateEngine

CONTEXT: dict[str, object] = {
    "resume": {"position": "Site Reliability Engineer", "skills": ["Go", "Redis", "SQL"], "headline": "  "},
    "job": {"title": "{{ resume.position }}"},
    "contact": {"first_name": "Anna", "facts": []},
    "pain_points": [{"challenge": "slow builds"}],
}
PIECES = st.sampled_from(
    [
        "{{", "}}", "{%", "%}", " if ", " endif ", " for x in ", " endfor ", " assign x = ", " case ", " when ", "else",
        "resume", ".position", ".skills", "[0]", "['a']", " | ", "join: ', '", "default: 'x'", "truncate: 3", "first",
        "__class__", "(1..9999999)", " contains ", " == ", "'", '"', "\n", "é", "\x00", "include 'x'", "render 'x'",
        "raw", "capture x", "tablerow", "liquid", "echo", "increment x", "cycle 'a'", "#", "comment", "9" * 30, "-",
    ]
)  # fmt: skip


class TemplateEngineContract:
    @pytest.mark.parametrize(
        ("source", "text"),
        [
            ("I am {{ resume.position }}.", "I am Site Reliability Engineer."),
            ("{{ resume.skills | join: ', ', ' and ' }}", "Go, Redis and SQL"),
            ("{{ resume.skills | first | upcase }}", "GO"),
            ("{{ pain_points[0].challenge | capitalize }}", "Slow builds"),
            ("{{ pain_points.first.challenge | truncate: 5 }}", "slow…"),
            ("{% if contact.facts %}facts{% else %}none{% endif %}", "none"),
            ("{% unless job.location %}anywhere{% endunless %}", "anywhere"),
            ("{% for s in resume.skills limit:2 %}{{ s }} {% endfor %}", "Go Redis "),
            ("{% assign who = contact.first_name %}{{ who }}", "Anna"),
            ("{% case contact.first_name %}{% when 'Anna' %}yes{% endcase %}", "yes"),
            ("{{ contact.last_name | default: 'there' }}", "there"),
            ("{{ resume.headline | default: 'none' }}", "none"),
            ("{{ job.title }}", "{{ resume.position }}"),
            ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
            ("plain text", "plain text"),
            ("", ""),
        ],
    )
    def test_renders(self, engine: TemplateEngine, source: str, text: str) -> None:
        assert engine.render(source, CONTEXT) == text

    @pytest.mark.parametrize(
        ("source", "name"),
        [
            ("Hi {{ contact.last_name }}", "contact.last_name"),
            ("{{ contact.last_name | upcase }}", "contact.last_name"),
            ("{{ resume.headline }}", "resume.headline"),
            ("{{ pain_points[7].challenge }}", "pain_points[7].challenge"),
            ("{{ company.name }}", "company.name"),
            ("{{ resume.position.__class__ }}", "resume.position.__class__"),
            ("{{ resume._private }}", "resume._private"),
            ("{% for fact in contact.facts %}{{ fact }}{% endfor %}", "contact.facts"),
        ],
    )
    def test_names_what_is_not_known(self, engine: TemplateEngine, source: str, name: str) -> None:
        with pytest.raises(UnresolvedVariable) as caught:
            engine.render(source, CONTEXT)
        assert caught.value.name == name
        assert name in caught.value.detail

    @pytest.mark.parametrize(
        "source",
        [
            "{{ resume.position", "{% if x %}", "{% endif %}", "{{ resume.position | nonsense }}", "{% include 'x' %}",
            "{% render 'x' %}", "{% capture x %}{% endcapture %}", "{% liquid echo 1 %}", "{% tablerow x in y %}",
            "{{ resume }}",
            "{{ resume.skills }}", "{{ 3 | plus: 4 }}", "{{ resume.position | append: 'x' }}",
            "{{ resume.position | date: '%Y' }}", "{{ 'x' | split: '' }}", "{{ resume.position | first }}",
        ],
    )  # fmt: skip
    def test_refuses_what_is_not_offered(self, engine: TemplateEngine, source: str) -> None:
        with pytest.raises(BadTemplate):
            engine.render(source, CONTEXT)

    @pytest.mark.timeout(10)
    @pytest.mark.parametrize(
        "source",
        [
            "x" * (MAX_SOURCE_CHARS + 1),
            "{% for i in (1..1000000) %}x{% endfor %}",
            "{% for i in (1..90) %}{% for j in (1..90) %}x{% endfor %}{% endfor %}",
            "{{ (1..99999999) | join: ',' }}",
            "{% if resume %}" * 12 + "{% endif %}" * 12,
            "{% for i in (1..99) %}" + "x" * 1000 + "{% endfor %}",
            "{% if " + "resume or " * 1_500 + "resume %}x{% endif %}",
            "{{ resume.position }}" * 600,
            "{{" * 9_000,
            "{% assign a = resume.skills | join: '" + "x" * 5_000 + "' %}",
        ],
    )
    def test_bounds_what_a_template_may_cost(self, engine: TemplateEngine, source: str) -> None:
        with pytest.raises(BadTemplate):
            engine.render(source, CONTEXT)

    def test_lists_the_names_a_template_reads(self, engine: TemplateEngine) -> None:
        source = "{{ contact.first_name }}{% if resume.skills %}{{ resume.skills | first }}{% endif %}"
        source += "{% assign x = job.title %}{{ x }}"
        assert engine.variables(source) == ("contact.first_name", "resume.skills", "job.title")

    def test_checks_before_anything_is_saved(self, engine: TemplateEngine) -> None:
        engine.check("{{ resume.position }} {% for s in resume.skills %}{{ forloop.index }}{{ s }}{% endfor %}")
        for source in ("{{ settings.secret }}", "{{ foo }}", "{% if x %}", "{{ a | b }}"):
            with pytest.raises(BadTemplate):
                engine.check(source)

    def test_takes_plain_data_only(self, engine: TemplateEngine) -> None:
        with pytest.raises(BadTemplate):
            engine.render("{{ resume.x }}", {"resume": {"x": object()}})

    @settings(max_examples=200, deadline=None)
    @given(st.lists(PIECES, max_size=25).map("".join))
    def test_any_source_ends_in_a_text_or_a_reason(self, source: str) -> None:
        engine = self.an_engine()
        for attempt in (lambda: engine.render(source, CONTEXT), lambda: engine.check(source)):
            try:
                text = attempt()
            except (BadTemplate, UnresolvedVariable):
                continue
            assert text is None or (len(text) <= MAX_OUTPUT_CHARS and "<class" not in text)

    @settings(max_examples=100, deadline=None)
    @given(st.text(max_size=80))
    def test_data_is_never_read_as_a_template(self, value: str) -> None:
        if value.strip():
            text = self.an_engine().render("{{ job.title }}", {"job": {"title": value}})
            assert text.splitlines() == value.splitlines()

    def an_engine(self) -> TemplateEngine:
        raise NotImplementedError

    @pytest.fixture
    def engine(self) -> TemplateEngine:
        return self.an_engine()
