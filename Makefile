# Everything is installed into .venv with plain venv and pip; only python3 (3.11 or newer) and make
# are assumed. A stamp file says what stands there, so a second run does not install again.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
JOBS   ?= 2
OUT    ?= demo-run
AXE    ?= 4.14.1

# Warnings of pip about itself help nobody who wanted to see a demo.
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet install
PYTEST := $(BIN)/python -m pytest -q -n $(JOBS)
CODE   := src tests benchmarks docs

export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup axe demo test deep check format-check lint types floors spelling fix bench docs clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

setup: $(VENV)/.dev ## everything a developer needs, in .venv

axe: node_modules/axe-core/axe.min.js ## what the browser tests judge pages with; needs npm

demo: $(VENV)/.runtime ## the example round: summary, run folder
	$(BIN)/matchmaker demo --out $(OUT) --force

test: $(VENV)/.dev ## every test, at small counts
	$(PYTEST)

deep: $(VENV)/.dev ## the same tests at big counts and fixed seeds, with branch coverage
	MATCHMAKER_DEEP=1 $(PYTEST) -p randomly --randomly-seed=20260101 --cov --cov-report=term

check: format-check lint types floors spelling docs ## everything that reads the code without running it

format-check: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check --output-format concise .

types: $(VENV)/.dev
	$(BIN)/mypy src tests benchmarks

floors: $(VENV)/.dev
	$(BIN)/lint-imports --no-logo

spelling: $(VENV)/.dev
	$(BIN)/codespell $(wildcard $(CODE) *.md *.toml Makefile)

fix: $(VENV)/.dev ## put right what a machine can put right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev ## every benchmark; SMOKE=1 only shows that they run
	@set -e; for script in $(sort $(wildcard benchmarks/bench_*.py)); do \
	    echo "$(BIN)/python $$script $(if $(SMOKE),--smoke)"; \
	    $(BIN)/python $$script $(if $(SMOKE),--smoke); \
	done

docs: $(VENV)/.dev ## the documentation, in docs/_build/html
	$(BIN)/sphinx-build -q -W --keep-going -b html docs docs/_build/html

clean: ## what the other targets made, .venv included
	rm -rf $(VENV) $(OUT) docs/_build build dist .coverage .coverage.* htmlcov mutants .benchmarks \
	    .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis node_modules

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "Python 3.11 or newer is needed. Maybe: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV) \
	    || { rm -f $@; echo "Maybe the system package python3-venv is missing."; exit 1; }

$(VENV)/.runtime: pyproject.toml | $(BIN)/python
	$(PIP) -e .
	@touch $@

# A tool for tests, so an exact version: a new one may find more, and that is a change of its own.
node_modules/axe-core/axe.min.js: Makefile
	npm install --prefix . --no-save --no-audit --no-fund --ignore-scripts --loglevel=error axe-core@$(AXE)
	@touch $@

# After .runtime, not beside it: two installs into one folder at once break it.
$(VENV)/.dev: pyproject.toml $(VENV)/.runtime
	$(PIP) -e '.[dev]'
	@touch $@
