"""A Liquid without loaders, includes, captures, arithmetic or unknown names."""

from __future__ import annotations

from typing import TextIO

from liquid import BoundTemplate, Environment, Mode, Token
from liquid.builtin.content import Literal
from liquid.builtin.illegal import Illegal
from liquid.builtin.output import Output, OutputNode
from liquid.builtin.tags.assign_tag import AssignTag
from liquid.builtin.tags.case_tag import CaseTag
from liquid.builtin.tags.comment_tag import CommentTag
from liquid.builtin.tags.for_tag import BreakTag, ContinueTag, ForTag
from liquid.builtin.tags.if_tag import IfTag
from liquid.builtin.tags.unless_tag import UnlessTag
from liquid.context import RenderContext
from liquid.undefined import UNDEFINED, FalsyStrictUndefined, Undefined

from roleferry.adapters.liquid.filters import FILTERS, undefined_name
from roleferry.domain.model.writing.templating import MAX_OUTPUT_CHARS, BadTemplate, UnresolvedVariable

_TAGS = (Literal, Illegal, IfTag, UnlessTag, CaseTag, ForTag, BreakTag, ContinueTag, AssignTag, CommentTag)


class _SolidOutputNode(OutputNode):
    """An output that never prints a hole, a list or a dict."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        value = self.expression.evaluate(context)
        if isinstance(value, Undefined):
            raise UnresolvedVariable(undefined_name(value))
        if isinstance(value, bool) or not isinstance(value, str | int | float | None):
            raise BadTemplate(f"{{{{ {self.expression} }}}} is not a text: name one of its parts, or join a list")
        text = "" if value is None else str(value)
        if not text.strip():
            raise UnresolvedVariable(str(self.expression))
        return buffer.write(text)


class _SolidOutput(Output):
    node_class = _SolidOutputNode


class _NamingContext(RenderContext):
    """A context whose unknown values know the whole name they were asked by."""

    def get(self, path: list[object], *, token: Token | None, default: object = UNDEFINED) -> object:
        value = super().get(path, token=token, default=default)
        if not isinstance(value, Undefined):
            return value
        name = "".join(f".{part}" if isinstance(part, str) else f"[{part}]" for part in path).lstrip(".")
        return FalsyStrictUndefined(name, token=token, hint=f"{name} is undefined")


class _NamingTemplate(BoundTemplate):
    context_class = _NamingContext


class SandboxedEnvironment(Environment):
    """The allowlist and the limits of SPEC 3.7."""

    template_class = _NamingTemplate
    block_nesting_limit = 8
    context_depth_limit = 16
    loop_iteration_limit = 100
    local_namespace_limit = 100_000
    output_stream_limit = MAX_OUTPUT_CHARS

    def __init__(self) -> None:
        super().__init__(tolerance=Mode.STRICT, undefined=FalsyStrictUndefined, strict_filters=True)

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        """Register the allowlist and nothing else."""
        del extra
        for tag in (*_TAGS, _SolidOutput):
            self.add_tag(tag)
        for name, function in FILTERS.items():
            self.add_filter(name, function)
