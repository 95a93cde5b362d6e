"""Reading and writing by rules: free, literal, the same tomorrow."""

from roleferry.adapters.rules.llm import RulesLlm

__all__ = ("RulesLlm",)
