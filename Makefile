# Everything starts here. Needed beforehand: Python 3.11 or newer (with its venv module), and make.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
WORKERS ?= auto
ARGS   ?=

INSTALLED     := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
CHECKED := src tests evaluation benchmarks

export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.DEFAULT_GOAL := help
.PHONY: help run demo test chaos bench eval lint format lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo '  Settings: ROLEFERRY_PORT=8000  ROLEFERRY_HOME=.roleferry  DATABASE_URL=...  REDIS_URL=...'
	@echo '            PYTHON=python3.12  WORKERS=4 (tests at once)  ARGS="..." (passed on)'

run: $(INSTALLED) ## Start RoleFerry with its own PostgreSQL and Valkey; Ctrl-C stops it
	@exec $(BIN)/roleferry dev $(ARGS)

demo: $(INSTALLED) ## Walk the whole journey against the running service and report
	@exec $(BIN)/roleferry demo $(ARGS)

test: $(INSTALLED_DEV) ## Run every test, from nothing
	@exec $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

chaos: $(INSTALLED_DEV) ## Kill workers while mail goes out, and count: sent, doubled, lost, uncertain
	@exec $(BIN)/python -m tools.chaos $(ARGS)

bench: $(INSTALLED_DEV) ## Measure, beside the same endpoints on another stack
	@exec $(BIN)/python -m benchmarks $(ARGS)

eval: $(INSTALLED_DEV) ## Measure the rules on labelled data: make eval DATA=DIR (TASK=name OUT=FILE only predicts)
	@exec $(BIN)/python -m evaluation $(if $(DATA),--data "$(DATA)") $(ARGS)

lint: $(INSTALLED_DEV) ## Check style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports

format: $(INSTALLED_DEV) ## Put the code into its shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(INSTALLED_DEV) ## Take up new versions: rewrite requirements*.txt
	$(BIN)/uv pip compile $(LOCK) --group build --output-file requirements.txt pyproject.toml
	$(BIN)/uv pip compile $(LOCK) --group build --group dev --constraint requirements.txt \
		--output-file requirements-dev.txt pyproject.toml

clean: ## Remove what was installed and cached; the data in .roleferry stays
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-annotate --custom-compile-command "make lock" --upgrade

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'RoleFerry needs Python 3.11 or newer, and "$(PYTHON)" is: '"$$($(PYTHON) --version 2>&1 || true)"; \
		echo 'Name another one: make PYTHON=/path/to/python3.12 ...'; exit 1; }
	@echo 'Preparing $(VENV) ...'
	@$(PYTHON) -m venv --clear $(VENV) || { \
		echo 'Could not create a virtual environment. On Debian and Ubuntu: apt install python3-venv'; \
		rm -rf $(VENV); exit 1; }

# The lock decides what is installed, each file by its hash; the project itself adds nothing to it.
$(INSTALLED): requirements.txt pyproject.toml | $(BIN)/python
	@echo 'Installing what RoleFerry needs (once; about a minute) ...'
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	@echo 'Installing what its tests need ...'
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@
