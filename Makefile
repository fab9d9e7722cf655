# Everything a person runs here. `make demo` and `make test` are all that a fresh machine needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8080
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo test test-all check bench lock clean

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.ready ## make .venv with the okienko command
setup-dev: $(VENV)/.ready-dev ## the same, with what tests and checks need

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Okienko needs Python 3.11 or newer; PYTHON=python3.12 make $(MAKECMDGOALS) chooses another one."; exit 1; }
	@echo "1/3  making .venv"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(BIN)/python requirements.lock pyproject.toml
	@echo "2/3  installing what Okienko needs (one or two minutes the first time)"
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on -q --require-hashes -r requirements.lock
	@echo "3/3  installing Okienko"
	@$(BIN)/python -m pip install --disable-pip-version-check -q --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	@echo "plus what the tests need (one or two minutes the first time)"
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on -q --require-hashes -r requirements-dev.lock
	@touch $@

demo: setup ## the whole of Okienko on this machine, with a chat in the browser
	@$(BIN)/okienko demo --port $(PORT)

test: setup-dev ## the tests, without the long forms of some
	@$(BIN)/python -m pytest $(ARGS)

test-all: setup-dev ## the tests with the long forms
	@$(BIN)/python -m pytest -m "" $(ARGS)

check: setup-dev ## lint, types, imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: setup-dev ## all benchmarks, an hour and more
	@$(BIN)/python -m benchmarks

lock: ## write the lock files anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q --upgrade pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q --constraint requirements.lock --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV)
