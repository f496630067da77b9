# What is done in this repository; `make help` lists it.
# Needed: Python 3.11 or newer, git, make. Everything else is set up in .venv from the lock files.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --no-input
# On a terminal pip shows its bar; in a log it is silent.
QUIET := $$(test -t 1 || echo --quiet)
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: edition test check style types imports current lock bench subset clean help \
  bench-validate bench-annotate bench-collate bench-apparatus bench-print bench-search bench-package

edition: .venv/.ready  ## build the edition into output/; SOURCES=DIR adds the transcripts
	@$(BIN)/recensio build $(if $(SOURCES),--sources "$(SOURCES)")

test: .venv/.ready-dev  ## run the tests
	@$(BIN)/python -m pytest -q --numprocesses auto --dist worksteal

check: style types imports current  ## check style, types, imports; that what is generated is current

style: .venv/.ready-dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: .venv/.ready-dev
	@$(BIN)/mypy

imports: .venv/.ready-dev
	@$(BIN)/lint-imports --no-logo

current: .venv/.ready-dev
	@$(BIN)/recensio schema --check

bench: .venv/.ready  ## measure the build of 1, 10 and 100 editions
	@$(BIN)/python -m benchmarks.scale

subset: .venv/.ready-dev  ## prove the schema a subset of the TEI's; TEI=tei_all.rng names that
	@$(BIN)/python -m benchmarks.subset $(if $(TEI),--tei "$(TEI)")

bench-validate: .venv/.ready  ## measure validation beside jing and lxml; SCHEMA=FILE, CORPORA=DIR
	@$(BIN)/python -m benchmarks.validation $(if $(SCHEMA),--schema "$(SCHEMA)") \
	  $(if $(CORPORA),--corpora "$(CORPORA)")

bench-annotate: .venv/.ready  ## measure annotation; SOURCES=DIR SCORER=FILE GOLD=FILE score it too
	@$(BIN)/python -m benchmarks.annotation --speed $(if $(SOURCES),--sources "$(SOURCES)") \
	  $(if $(SCORER),--scorer "$(SCORER)") $(if $(GOLD),--gold "$(GOLD)")

bench-print: .venv/.ready  ## measure the printing of books of 30, 100 and 400 pages
	@$(BIN)/python -m benchmarks.print

bench-collate: .venv/.ready  ## measure collation; COLLATEX=PYTHON names a Python that has CollateX
	@$(BIN)/python -m benchmarks.collation --book $(if $(COLLATEX),--collatex "$(COLLATEX)")

bench-search: .venv/.ready  ## measure the search index and the word index of up to 10,000 pages
	@$(BIN)/python -m benchmarks.search

bench-package: .venv/.ready  ## measure the verification of packages of 20 to 2,000 megabytes
	@$(BIN)/python -m benchmarks.package

bench-apparatus: .venv/.ready  ## measure the build of 1,000 to 8,000 entries of 100 witnesses
	@$(BIN)/python -m benchmarks.apparatus

lock: .venv/.ready  ## resolve the lock files anew from pyproject.toml
	@$(PIP) --quiet uv
	@$(LOCK) pyproject.toml --extra fonts --group build --output-file requirements.lock
	@$(LOCK) pyproject.toml --extra fonts --group dev --constraint requirements.lock \
	  --output-file requirements-dev.lock

clean:  ## remove what was built and set up
	@rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find output -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
	@find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

help:  ## list these
	@sed -n 's/^\([a-z-]*\):.*  ## /  make \1	/p' $(MAKEFILE_LIST)

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Recensio needs Python 3.11 or newer; name one with: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python cannot make environments; on Debian and Ubuntu: apt install python3-venv" >&2; \
	  exit 1; }
	@echo "setting up .venv from requirements.lock; this is done once"
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@$(PIP) $(QUIET) --require-hashes --requirement requirements.lock
	@$(PIP) --quiet --no-deps --no-build-isolation --editable .
	@# Compiled now, or each command would be slower where Python may not write bytecode.
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/.ready-dev: .venv/.ready requirements-dev.lock
	@echo "adding what tests need, from requirements-dev.lock"
	@$(PIP) $(QUIET) --require-hashes --requirement requirements-dev.lock
	@touch $@
