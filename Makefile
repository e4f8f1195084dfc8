# `make run` and `make test` do all the set-up on a machine that has Python 3.11 or newer and make.

PYTHON ?= python3
WORKERS ?= 2
BIN := .venv/bin
PYTEST := $(BIN)/coverage run -m pytest --numprocesses $(WORKERS) --dist loadfile

.PHONY: help run setup test check format prove bench care weights picture lock

help:
	@echo "make run     start Unflinch on this machine"
	@echo "make test    everything once: format, lint, types, layers, tests on SQLite and PostgreSQL, browser included"
	@echo "make check   the quick part of it: format, lint, types, layers, templates"
	@echo "make format  put the code into shape and mend what can be mended"
	@echo "make prove   the tests that take long"
	@echo "make bench   speed and size, as ratios"
	@echo "make care    how the word lists, the library and the help lines stand, and the checklist's score"
	@echo "make weights what words weigh, learned anew from the texts in docs/care, and how well it carries over"
	@echo "make picture the picture in the README, taken anew"
	@echo "make setup   only the set-up: .venv with everything in it"
	@echo "make lock    choose the packages anew, after a change in pyproject.toml (needs uv)"

setup:
	@command -v $(PYTHON) >/dev/null || { echo "Unflinch needs Python 3.11 or newer, and no $(PYTHON) is here."; exit 1; }
	@$(PYTHON) bootstrap.py

run: setup
	@$(BIN)/unflinch run

test: check
	@rm -rf build/tally .coverage .coverage.*
	$(BIN)/python -m tests.chromium
	$(PYTEST) --tally build/tally/sqlite
	$(BIN)/python -W ignore -m tests.postgresql $(PYTEST) --tally build/tally/postgresql
	$(BIN)/coverage combine --quiet
	@$(BIN)/python -m tests.verdict

check: setup
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint --lint --quiet unflinch

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

prove: setup
	$(BIN)/python -m tests.chromium
	$(BIN)/pytest -m prove --hypothesis-profile prove

bench: setup
	$(BIN)/python -m bench

care: setup
	@$(BIN)/python -m tests.care

weights: setup
	$(BIN)/python -m tests.weights

picture: setup
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.picture

# Hashes are the index's own; nothing of the machine that made the lock gets into it.
lock:
	@command -v uv >/dev/null || { echo "make lock needs uv. Using Unflinch and testing it does not."; exit 1; }
	env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
		uv pip compile --no-config --universal --generate-hashes --no-header --quiet \
		--group dev pyproject.toml --output-file requirements.txt
