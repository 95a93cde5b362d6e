"""Every operation of the document, with input nobody would send: no 5xx, and every answer is as documented."""

import json
from typing import Any

import msgspec
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from roleferry.entrypoints.http.openapi import describe
from tests.architecture.test_openapi import APP

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
schema = schemathesis.openapi.from_dict(json.loads(msgspec.json.encode(describe(APP)))).exclude(
    path="/health/ready"  # 503 is its answer while no worker runs, and a test of its own looks at it
)


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
def test_an_operation_answers_as_documented(case: "schemathesis.Case[Any]", service_url: str) -> None:
    case.call_and_validate(base_url=service_url, checks=CHECKS, timeout=30)
