# Marsad from nothing but Python >= 3.11, make and git. Bare `make` prints this help.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run check test chaos bench lock clean

help:  ## print this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.run  ## a real Kafka, workers, a day of news replayed: alerts as they come; Ctrl-C ends all
	@$(BIN)/marsad demo $(ARGS) || [ $$? -eq 130 ]

check: $(VENV)/.dev  ## format, lint, types, contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Tests mostly wait, so there are more processes than cores. A file's tests stay together, and share what they set up.
# They start some two hundred Pythons, and without bytecode each of these would compile us again.
test: export PYTHONDONTWRITEBYTECODE =
test: check  ## check, then all tests on the embedded Kafka (ARGS="-k terms" narrows them)
	$(BIN)/pytest -n $(if $(ARGS),0,3) --dist loadfile --no-loadscope-reorder --max-worker-restart 0 $(ARGS)

chaos: $(VENV)/.dev  ## break it, row by row of the fault table: kills, freezes, brokers gone, poison (ARGS="--only F4,F6" or --short)
	@$(BIN)/python -m tests.chaos $(ARGS)

bench: $(VENV)/.dev  ## every figure of bench/README.md
	$(BIN)/python -m bench $(ARGS)

# Versions and hashes, no addresses: the same file serves any mirror.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock" $(UPGRADE)

lock: $(VENV)/.uv  ## resolve the pins again (UPGRADE=--upgrade takes newer versions)
	$(COMPILE) --all-extras pyproject.toml --output-file requirements.lock
	$(COMPILE) --all-extras --group dev --constraints requirements.lock pyproject.toml --output-file requirements-dev.lock

clean:  ## remove the environment and every cache in this folder
	rm -rf $(VENV) dist build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ---------------------------------------------------------------- the environment; stamps make the second time instant

$(BIN)/python:
	@for python in $(PYTHON) python3.13 python3.12 python3.11; do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    echo "environment: $$($$python --version) in $(VENV)"; \
	    "$$python" -m venv $(VENV) && exit 0; \
	    rm -rf $(VENV); \
	    echo "error: $$python can't make an environment" >&2; \
	    echo " next: install its venv module (Debian: apt-get install python3-venv)" >&2; \
	    exit 1; \
	done; \
	found=$$(command -v $(PYTHON) >/dev/null && $(PYTHON) --version 2>&1 || echo missing); \
	echo "error: Marsad needs Python 3.11 or newer, and $(PYTHON) is $$found" >&2; \
	echo " next: install one, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; \
	exit 1

$(VENV)/.uv: | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@touch $@

# uv is quick; pip knows mirrors that only pip was told of.
INSTALL = install() { $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python "$$@" || \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "$$@"; }; install

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/.uv
	@echo "environment: installing what requirements.lock names, once"
	@$(INSTALL) -r requirements.lock
	@$(INSTALL) --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "environment: installing the tools of requirements-dev.lock, once"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@
