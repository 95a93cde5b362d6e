"""Use cases wire themselves: each field is the provider of that name."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from dependency_injector import containers, providers

from roleferry.domain import use_cases
from roleferry.ports.tasks import TaskKind

TASK_USE_CASES: Mapping[TaskKind, str] = {
    TaskKind.PARSE_RESUME: "parse_resume",
    TaskKind.WRITE_ONE_PAGER: "write_one_pager",
    TaskKind.IMPORT_JOBS: "import_jobs",
    TaskKind.IMPORT_APPLICATIONS: "import_jobs",
    TaskKind.IMPORT_CONTACTS: "import_contacts",
    TaskKind.IMPORT_LEADS: "import_leads",
    TaskKind.QUALIFY_LEADS: "qualify_leads",
    TaskKind.RESEARCH_COMPANY: "research_company",
    TaskKind.FIND_CONTACTS: "find_contacts",
    TaskKind.ENRICH_CONTACT: "enrich_contact",
    TaskKind.VERIFY_CONTACT: "verify_contact",
}
"""Which use case does which background work; it is called with (user_id, payload, progress) and returns the result."""


def wire_use_cases(container: containers.DeclarativeContainer) -> None:
    """Give the container every use case, under its name in snake_case."""
    waiting = {snake_case(use_case.__name__): use_case for use_case in find_use_cases()}
    for name in list(waiting):
        _wire(container, name, waiting)


def _wire(container: containers.DeclarativeContainer, name: str, waiting: dict[str, Any]) -> providers.Provider[Any]:
    """Return the provider of this name, making a use case's own, and first those of the ones it calls."""
    if name not in waiting:
        return container.providers[name]
    use_case = waiting.pop(name)
    arguments = {field.name: _wire(container, field.name, waiting) for field in fields(use_case) if field.init}
    provider = providers.Singleton(use_case, **arguments)
    container.set_provider(name, provider)
    return provider


def find_use_cases() -> Iterator[Any]:
    """Yield every use case: a dataclass of ports with a `__call__`, one a module of `domain/use_cases/`."""
    for module in pkgutil.walk_packages(use_cases.__path__, f"{use_cases.__name__}."):
        found = importlib.import_module(module.name)
        for name, value in vars(found).items():
            is_own = isinstance(value, type) and value.__module__ == module.name
            if is_own and is_dataclass(value) and "__call__" in vars(value) and not name.startswith("_"):
                yield value


def snake_case(name: str) -> str:
    """Return `LaunchCampaign` as `launch_campaign`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
