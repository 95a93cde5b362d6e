"""The OpenAPI document as one page of plain HTML: no script, no asset from anywhere else."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#1d2733;background:#fff}
nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem}h2{margin-top:2.5rem;border-bottom:1px solid #d5dde5}
details{border:1px solid #d5dde5;border-radius:6px;margin:.5rem 0;padding:.4rem .8rem}
summary{cursor:pointer;overflow-wrap:anywhere}code,pre{font:14px/1.4 ui-monospace,monospace}
pre{background:#f4f7fa;padding:.6rem;overflow:auto;border-radius:4px}
b.get{color:#0a6}b.post{color:#06c}b.put,b.patch{color:#b60}b.delete{color:#c22}
table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{text-align:left;padding:.1rem 1rem .1rem 0;vertical-align:top}
@media(prefers-color-scheme:dark){body{background:#14181d;color:#dfe6ee}pre{background:#1f262e}a{color:#8bc1ff}
details,h2{border-color:#37424e}}
"""


def render(document: Mapping[str, Any]) -> str:
    """Return the page: operations by tag, each with its parameters, an example request and an example answer."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path, method, operation in _operations(document):
        groups[(operation.get("tags") or ["Other"])[0]].append(_operation(path, method, operation))
    links = "".join(f'<a href="#{_anchor(tag)}">{escape(tag)}</a>' for tag in groups)
    sections = "".join(f'<h2 id="{_anchor(tag)}">{escape(tag)}</h2>{"".join(parts)}' for tag, parts in groups.items())
    info = document["info"]
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(info['title'])} API</title><style>{_STYLE}</style><h1>{escape(info['title'])} API</h1>"
        f"<p>{escape(info.get('description', ''))} Version {escape(info['version'])}. "
        f'For programs: <a href="/docs/openapi.json">openapi.json</a>.</p><nav>{links}</nav>{sections}</html>'
    )


def _operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if isinstance(operation, Mapping):
                yield path, method, operation


def _operation(path: str, method: str, operation: Mapping[str, Any]) -> str:
    return (
        f'<details id="{escape(operation["operationId"])}"><summary><b class="{method}">{method.upper()}</b> '
        f"<code>{escape(path)}</code> {escape(operation.get('summary', ''))}</summary>"
        f"<p>{escape(operation.get('description', ''))}</p>{_parameters(operation)}"
        f"{_request(operation)}{_answer(operation)}</details>"
    )


def _parameters(operation: Mapping[str, Any]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(p['name'])}</code><td>{escape(p['in'])}{', required' if p.get('required') else ''}"
        f"<td>{escape(p.get('description', ''))}"
        for p in operation.get("parameters", ())
    )
    return f"<table>{rows}</table>" if rows else ""


def _request(operation: Mapping[str, Any]) -> str:
    content = operation.get("requestBody", {}).get("content", {})
    return "".join(f"<p>Request, {escape(kind)}:{_example(media)}" for kind, media in content.items())


def _answer(operation: Mapping[str, Any]) -> str:
    return "".join(
        f"<p>Answer {escape(status)}:{_example(media)}"
        for status, response in operation["responses"].items()
        if status.startswith("2")
        for media in response.get("content", {}).values()
    )


def _example(media: Mapping[str, Any]) -> str:
    if "example" not in media:
        return ""
    return f"<pre>{escape(json.dumps(media['example'], indent=2, ensure_ascii=False))}</pre>"


def _anchor(tag: str) -> str:
    return tag.lower().replace(" ", "-")
