# HỏiLuật. `make` alone prints what it can do; `make run` needs nothing but Python 3.11+, git and a network.
.DEFAULT_GOAL := help
SHELL := /bin/sh

# Any Python from 3.11 on, for making .venv: make PYTHON=/usr/bin/python3.12
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
HOILUAT := $(BIN)/hoiluat

# What the targets below take, such as: make ask Q="Tôi muốn ly hôn thì làm thế nào?"
Q ?= Chồng đánh tôi, tôi muốn ly hôn thì làm thế nào?
FILES ?=
SUITE ?=
PORT ?= 8000
TESTS ?=
export QUESTION = $(value Q)

.PHONY: help
help: ## Print this list
	@echo "HỏiLuật: make TARGET"
	@grep -E '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed 's/:.*## /|/' | awk -F'|' '{printf "  %-14s %s\n", $$1, $$2}'

.PHONY: run
run: install ## Set everything up, ask one question here, then serve the page on 127.0.0.1:8000 until Ctrl-C
	@$(HOILUAT) ask "$$QUESTION"
	@$(SERVE)

.PHONY: install
install: python ## Make .venv, or finish making it
	@$(PYTHON) -I scripts/environment.py

.PHONY: install-dev
install-dev: python ## The same, with what tests and checks need
	@$(PYTHON) -I scripts/environment.py --dev

.PHONY: test
test: check ## Check, then run every test; make test TESTS=tests/corpus runs some
	@$(BIN)/python -m pytest $(TESTS)

.PHONY: check
check: install-dev ## Style (ruff), types (mypy --strict), layers (import-linter)
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-logo

.PHONY: format
format: install-dev ## Put the code into the one format
	@$(BIN)/python -m ruff check --fix --quiet . ; $(BIN)/python -m ruff format .

.PHONY: ask
ask: install ## Ask: make ask Q="..."
	@$(HOILUAT) ask "$$QUESTION"

.PHONY: serve
serve: install ## The web page and /ask until Ctrl-C: make serve PORT=8080
	@$(SERVE)

.PHONY: ingest
ingest: install ## Put law in: make ingest FILES=folder-or-files
	@test -n "$(FILES)" || { echo 'Say what to read: make ingest FILES=folder-or-files' >&2; exit 2; }
	@$(HOILUAT) ingest $(FILES)

.PHONY: eval
eval: install ## Ask a suite and judge every answer: make eval SUITE=eval/suites/lay/dev.jsonl
	@test -n "$(SUITE)" || { echo 'Say which questions: make eval SUITE=eval/suites/lay/dev.jsonl' >&2; exit 2; }
	@$(HOILUAT) eval answers $(SUITE)

.PHONY: starter-vectors
starter-vectors: install-dev ## Compute the vectors that ship with the starter corpus anew
	@$(BIN)/python -m scripts.starter_vectors

.PHONY: lock
lock: install-dev ## Resolve the dependencies anew; make lock UPGRADE=--upgrade takes newer ones
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/python scripts/lock.py $(UPGRADE)

.PHONY: clean
clean: ## Remove .venv and what the tools left; law and settings stay
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: clean-home
clean-home: ## Remove .hoiluat: the law put in, and the index
	rm -rf .hoiluat

.PHONY: python
python:
	@test -n "$(PYTHON)" || { echo 'HỏiLuật needs Python 3.11 or newer, and found none. Install one, or name it: make PYTHON=/path/to/python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo 'HỏiLuật needs Python 3.11 or newer; $(PYTHON) is not. Name another: make PYTHON=/path/to/python3.12' >&2; exit 1; }

# On a terminal the server gets Ctrl-C alone (set -m), so that make ends as quietly as it does.
SERVE = if [ -t 0 ]; then set -m; fi; $(HOILUAT) serve --port $(PORT)
