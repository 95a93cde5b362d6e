"""The API's own document: every operation is told in words and shown by examples that its own types accept."""

from typing import Any, get_args, get_origin

import msgspec
import pytest
from litestar import Response
from litestar.datastructures import UploadFile
from litestar.response import Stream

from roleferry.entrypoints.container import build
from roleferry.entrypoints.http.app import create_app
from roleferry.entrypoints.http.openapi import describe, operations
from roleferry.entrypoints.settings import load

_ENVIRONMENT = {"ROLEFERRY_ENV": "dev", "ROLEFERRY_STORAGE": "memory"}


def _app() -> Any:
    container = build(load(_ENVIRONMENT))
    container.pool.override(None)
    container.redis.override(None)
    return create_app(container)


APP = _app()
OPERATIONS = sorted(operations(APP), key=lambda operation: str(operation[2].operation_id))
NAMES = [str(handler.operation_id) for _, _, handler in OPERATIONS]


@pytest.mark.parametrize(("path", "method", "handler"), OPERATIONS, ids=NAMES)
def test_an_operation_is_documented_and_its_examples_are_valid(path: str, method: str, handler: Any) -> None:
    operation = describe(APP)["paths"][path][method]
    assert operation.get("summary"), "needs a summary"
    example = handler.opt.get("example", {})
    body = handler.parsed_fn_signature.parameters.get("data")
    if body is not None and _is_json(body.annotation):
        assert example.get("request") is not None, "needs an example request"
        msgspec.convert(example["request"], body.annotation, strict=True)
    answer = _answer_type(handler.parsed_fn_signature.return_type.annotation)
    if answer not in {None, type(None), bytes, str, Stream}:
        assert example.get("answer") is not None, "needs an example answer"
        msgspec.convert(example["answer"], answer, strict=True)


def test_operation_ids_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)


def _is_json(annotation: Any) -> bool:
    if not (isinstance(annotation, type) and issubclass(annotation, msgspec.Struct)):
        return False
    return UploadFile not in annotation.__annotations__.values()


def _answer_type(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Response else annotation
