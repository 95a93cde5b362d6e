"""Every request by which somebody could reach for another person's things, worked out from the OpenAPI document."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from tests.e2e.whole_person import KINDS, Person

_TABLE = ("t.csv", b"name,email,company,domain,title\nNed Sample,ned@sample.example,Quay,quay.example,CTO\n")


@dataclass
class Trespass:
    """One request of `thief` with ids of `owner` in it."""

    operation_id: str
    method: str
    path: str
    options: dict[str, Any] = field(default_factory=dict)


@dataclass
class Walk:
    """Makes the requests of one operation after another."""

    document: Mapping[str, Any]
    owner: Person
    thief: Person

    def requests(self, path: str, method: str) -> Iterator[Trespass]:
        """Yield every request worth trying of an operation."""
        operation = self.document["paths"][path][method]
        for filled in self._paths(path, bodies := list(self._bodies(operation))):
            for options in bodies if self._is_meant(path, filled) else bodies[:1]:
                yield Trespass(operation["operationId"], method.upper(), filled.removeprefix("/api/v1"), options)
        if "{" not in path or method == "get":
            filled = next(iter(self._paths(path, [])))
            for query in self._queries(operation):
                yield Trespass(operation["operationId"], method.upper(), filled.removeprefix("/api/v1"), query)

    def _paths(self, path: str, bodies: list[dict[str, Any]]) -> Iterator[str]:
        names = re.findall(r"{(\w+)", path)
        if not names:
            yield path
            return
        meant = [self.owner.ids.get(name, []) for name in names]
        ours = [[self.thief.one(name)] if name in KINDS else [] for name in names]
        mixed = [theirs + own for theirs, own in zip(meant, ours, strict=True)] if len(names) > 1 else meant
        ways = [*product(*mixed), *([one] * len(names) for many in self.owner.ids.values() for one in many[:1])]
        if len(bodies) > 1 and all(ours):
            ways.append(tuple(own[0] for own in ours))
        own_alone = tuple(own[0] for own in ours) if all(ours) and len(names) > 1 else None
        for way in dict.fromkeys(map(tuple, ways)):
            if way != own_alone:
                yield path.format(**dict(zip(names, way, strict=True)))

    def _is_meant(self, path: str, filled: str) -> bool:
        names = re.findall(r"{(\w+)", path)
        return all(any(one in filled for one in (*self.owner.ids.get(n, []), self._own(n))) for n in names)

    def _own(self, name: str) -> str:
        return self.thief.one(name) if name in KINDS else name

    def _bodies(self, operation: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        content = operation.get("requestBody", {}).get("content", {})
        if not content:
            yield {}
        if "multipart/form-data" in content:
            yield {"files": {"file": _TABLE}}
        if (media := content.get("application/json")) and (example := media.get("example")) is not None:
            yield from ({"json": body} for body in self._reaching(example, media["schema"]))
            yield {"json": _with_ids(example, self.owner)}

    def _reaching(self, example: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the example with each field that takes ids, in turn, naming one thing of the owner's."""
        schema = self._resolved(schema)
        takers = {name: self._leaves(part, name) for name, part in schema.get("properties", {}).items()}
        takers = {name: leaves for name, leaves in takers.items() if leaves}
        required = set(schema.get("required", ()))
        for name, leaves in takers.items():
            for stolen in leaves:
                body = {key: value for key, value in example.items() if key not in takers}
                for key in {name, *(required & set(takers))}:
                    body[key] = self._value(schema["properties"][key], key, stolen)
                yield body

    def _resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self._resolved(self.document["components"]["schemas"][name])
        for choice in (*schema.get("oneOf", ()), *schema.get("anyOf", ())):
            if choice.get("type") != "null":
                return self._resolved(choice)
        return schema

    def _leaves(self, schema: Mapping[str, Any], name: str) -> list[str]:
        schema = self._resolved(schema)
        if schema.get("format") == "uuid":
            return [name]
        if "items" in schema:
            return self._leaves(schema["items"], name)
        return [leaf for key, part in schema.get("properties", {}).items() for leaf in self._leaves(part, key)]

    def _value(self, schema: Mapping[str, Any], name: str, stolen: str) -> Any:
        schema = self._resolved(schema)
        if schema.get("format") == "uuid":
            return (self.owner if name == stolen else self.thief).one(_kind(name))
        if "items" in schema:
            return [self._value(schema["items"], name, stolen)]
        properties = schema["properties"].items()
        return {key: self._value(part, key, stolen) for key, part in properties if self._leaves(part, key)}

    def _queries(self, operation: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        for parameter in operation.get("parameters", ()):
            if parameter["in"] == "query":
                schema = self._resolved(parameter["schema"])
                ids = [one for many in self.owner.ids.values() for one in many[:1]]
                for value in ids if schema.get("format") == "uuid" else [self.owner.mark[:-1], ids[0]]:
                    yield {"params": {parameter["name"]: value}}


def _kind(name: str) -> str:
    return name[:-1] if name.endswith("ids") else name


def _with_ids(example: Any, owner: Person, name: str = "") -> Any:
    if isinstance(example, dict):
        return {key: _with_ids(value, owner, key) for key, value in example.items()}
    if isinstance(example, list):
        return [_with_ids(value, owner, name) for value in example]
    return owner.one(_kind(name)) if _kind(name) in KINDS else example
