from __future__ import annotations

import pytest

from roleferry.adapters.language import load_language
from roleferry.adapters.liquid import LiquidTemplateEngine
from roleferry.adapters.rules import RulesLlm
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.engine import EngineReason
from roleferry.ports.llm import Llm
from tests.contracts.llm import LlmContract


class TestRulesLlm(LlmContract):
    @pytest.fixture
    def llm(self) -> Llm:
        return RulesLlm(
            vocabulary=load_vocabulary(),
            language=load_language(),
            templating=LiquidTemplateEngine(),
            why_not_llm=EngineReason.POLICY,
        )
