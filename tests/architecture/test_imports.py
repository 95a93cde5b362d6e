"""Every rule about imports is kept by the tree, and has been seen to fail on a tree that breaks it."""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_BIN = Path(sys.executable).parent
_SKELETON = (
    "entrypoints/container",
    "entrypoints/http/jobs",
    "adapters/postgres/jobs",
    "adapters/smtp",
    "domain/use_cases/jobs/add_job",
    "domain/model/jobs",
    "ports/mailer",
)
_VIOLATIONS = [
    ("layers", "domain/model/jobs", "roleferry.ports.mailer"),
    ("layers", "domain/model/jobs", "roleferry.domain.use_cases.jobs.add_job"),
    ("layers", "ports/mailer", "roleferry.domain.use_cases.jobs.add_job"),
    ("layers", "domain/use_cases/jobs/add_job", "roleferry.adapters.smtp"),
    ("layers", "adapters/smtp", "roleferry.entrypoints.http.jobs"),
    ("core", "domain/model/jobs", "msgspec"),
    ("core", "domain/use_cases/jobs/add_job", "structlog"),
    ("core", "ports/mailer", "httpx"),
    ("composition", "entrypoints/http/jobs", "roleferry.adapters.smtp"),
    ("independence", "adapters/smtp", "roleferry.adapters.postgres.jobs"),
    ("stories", "adapters/smtp", "roleferry.domain.use_cases.jobs.add_job"),
]


@pytest.fixture(scope="module")
def contracts() -> dict[str, str]:
    linter = tomllib.loads((_ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    return {contract["id"]: contract["name"] for contract in linter["contracts"]}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make the smallest tree in which every layer exists and every rule holds."""
    for module in _SKELETON:
        path = tmp_path / "roleferry" / f"{module}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for directory in [tmp_path / "roleferry", *(tmp_path / "roleferry").rglob("*/")]:
        (directory / "__init__.py").touch()
    shutil.copy(_ROOT / "pyproject.toml", tmp_path)
    container = tmp_path / "roleferry/entrypoints/container.py"
    container.write_text("import roleferry.adapters.smtp\nimport roleferry.adapters.postgres.jobs\n")
    return tmp_path


def test_this_tree_keeps_every_contract() -> None:
    verdict = _lint_imports(_ROOT, source=_ROOT / "src")
    assert verdict.returncode == 0, verdict.stdout


def test_a_tree_in_which_only_the_container_names_adapters_keeps_every_contract(tree: Path) -> None:
    verdict = _lint_imports(tree)
    assert verdict.returncode == 0, verdict.stdout


@pytest.mark.parametrize(("contract", "module", "imported"), _VIOLATIONS)
def test_each_contract_can_fail(
    tree: Path, contracts: dict[str, str], contract: str, module: str, imported: str
) -> None:
    (tree / "roleferry" / f"{module}.py").write_text(f"import {imported}\n")
    verdict = _lint_imports(tree, only=contract)
    assert verdict.returncode == 1
    assert f"{contracts[contract]} BROKEN" in verdict.stdout


def test_every_contract_has_a_case_here(contracts: dict[str, str]) -> None:
    assert {contract for contract, _, _ in _VIOLATIONS} == set(contracts)


@pytest.mark.parametrize("use", ["from typing import TYPE_CHECKING", "import typing\n\nx = typing.TYPE_CHECKING"])
def test_imports_for_the_type_checker_alone_are_refused(use: str) -> None:
    command = [str(_BIN / "ruff"), "check", "--stdin-filename", "src/roleferry/ports/example.py", "--quiet", "-"]
    verdict = subprocess.run(command, input=f"{use}\n", cwd=_ROOT, capture_output=True, text=True, check=False)
    assert "TID251" in verdict.stdout


@pytest.mark.parametrize("part", ["domain", "ports"])
def test_the_core_imports_the_standard_library_and_itself_alone(part: str) -> None:
    allowed = sys.stdlib_module_names | {"roleferry"}
    found = {
        (str(path.relative_to(_ROOT)), name)
        for path in (_ROOT / "src/roleferry" / part).rglob("*.py")
        for name in _top_level_imports(path)
        if name not in allowed
    }
    assert not found


def test_every_dependency_is_named_in_the_contract_about_the_core() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text())
    (core,) = [each for each in project["tool"]["importlinter"]["contracts"] if each["id"] == "core"]
    modules = packages_distributions()
    forbidden = core["forbidden_modules"]
    named = {each.replace("_", "-").lower() for module in forbidden for each in modules.get(module, ())}
    assert {each.partition("[")[0] for each in project["project"]["dependencies"]} - named == set()


def _lint_imports(
    directory: Path, *, source: Path | None = None, only: str | None = None
) -> subprocess.CompletedProcess[str]:
    command = [str(_BIN / "lint-imports"), "--no-cache", *(["--contract", only] if only else [])]
    return subprocess.run(
        command,
        cwd=directory,
        env={"PYTHONPATH": str(source or directory), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def _top_level_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
