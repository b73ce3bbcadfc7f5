# The commands of the project. A fresh machine needs Python 3.11 or later and make, nothing else.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Handed on as it was typed: quotes and dollar signs are part of a question, not of a command.
Q ?= how many wins did Heim have in 2025
export QUESTION := $(value Q)
unexport Q

.PHONY: ask discord slack test check style types contracts format bench data lock clean

ask: .venv/ask.installed
	@$(BIN)/spotter ask -- "$$QUESTION"

# Answers on Discord; `spotter doctor` says what it lacks.
discord: .venv/discord.installed
	@$(BIN)/spotter discord

# Answers on Slack; `spotter manifest` prints what Slack is told of it.
slack: .venv/slack.installed
	@$(BIN)/spotter slack

# A process for each core, each with its own record book and PostgreSQL.
test: .venv/dev.installed
	$(BIN)/pytest --numprocesses auto --dist worksteal

# All that must hold. `make check test` runs the tests once.
check: style types contracts test

style: .venv/dev.installed
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types: .venv/dev.installed
	$(BIN)/mypy

contracts: .venv/dev.installed
	$(BIN)/lint-imports

format: .venv/dev.installed
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: .venv/dev.installed
	$(BIN)/python -m tests.bench

# Compiles the embedded records again from the folder FROM; see knowledge/data/README.md.
data: .venv/dev.installed
	@test -n "$(FROM)" || { echo "Say where the sources are: make data FROM=DIR" >&2; exit 2; }
	$(BIN)/spotter data compile --from "$(FROM)"

# Resolves the dependencies anew. The lock files carry hashes and name no registry.
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header
lock: .venv/dev.installed
	$(LOCK) requirements/build.in --output-file requirements/build.lock
	$(LOCK) pyproject.toml --constraint requirements/build.lock \
		--output-file requirements/ask.lock
	$(LOCK) pyproject.toml --extra discord --extra charts --extra store \
		--constraint requirements/build.lock --constraint requirements/ask.lock \
		--output-file requirements/discord.lock
	$(LOCK) pyproject.toml --extra slack --extra charts --extra store \
		--constraint requirements/build.lock --constraint requirements/discord.lock \
		--output-file requirements/slack.lock
	$(LOCK) pyproject.toml --all-extras --group dev --constraint requirements/build.lock \
		--constraint requirements/discord.lock --constraint requirements/slack.lock --output-file requirements/dev.lock

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"Spotter needs Python 3.11 or later; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv

.venv/ask.installed: requirements/build.lock requirements/ask.lock pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes --requirement requirements/build.lock --requirement requirements/ask.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/discord.installed: requirements/discord.lock .venv/ask.installed
	$(PIP) --require-hashes --requirement requirements/discord.lock
	@touch $@

.venv/slack.installed: requirements/slack.lock .venv/ask.installed
	$(PIP) --require-hashes --requirement requirements/slack.lock
	@touch $@

.venv/dev.installed: requirements/dev.lock .venv/ask.installed
	$(PIP) --require-hashes --requirement requirements/dev.lock
	@touch $@

clean:
	rm -rf .venv
