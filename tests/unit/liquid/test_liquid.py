from __future__ import annotations

from roleferry.adapters.liquid import LiquidTemplateEngine
from roleferry.ports.templates import TemplateEngine
from tests.contracts.template_engine import TemplateEngineContract

ENGINE = LiquidTemplateEngine()


class TestLiquidTemplateEngine(TemplateEngineContract):
    def an_engine(self) -> TemplateEngine:
        return ENGINE
