"""Templates by python-liquid, locked down."""

from roleferry.adapters.liquid.engine import LiquidTemplateEngine

__all__ = ["LiquidTemplateEngine"]
