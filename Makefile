# Everything runs in .venv, which the targets make by themselves: only make and Python 3.11 or later are needed.
# PYTHON=... chooses the interpreter; TESTS=... and ARGS=... narrow `make test`.

MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

PYTHON ?=
UV ?= uv
TESTS ?= tests
ARGS ?=

BIN := .venv/bin
READY := .venv/.ready
# Quiet but for errors; asks nothing.
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
GENERATED_RULES := E4,E7,E9,F,B,UP,PIE

.PHONY: help
help: ## Show the targets.
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name text; do printf '  make %-11s %s\n' "$$name" "$$text"; done

.PHONY: setup
setup: $(READY) ## Make or refresh .venv from requirements.lock.

# Without PYTHON the first interpreter is taken that is new enough. The lock is installed into a new .venv each time it
# changes, so that nothing is left over from before; the project itself is installed in place.
.venv/.locked: requirements.lock
	@python=; for candidate in $(if $(PYTHON),"$(PYTHON)",python3 python python3.13 python3.12 python3.11 python3.14); do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "clientsmith needs Python 3.11 or later, and $(or $(PYTHON),python3) is: $$("$(or $(PYTHON),python3)" --version 2>&1 | tail -n 1)." >&2; \
	  echo "Say which one to use: make PYTHON=/path/to/python3.12" >&2; \
	  exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "$$python cannot make virtual environments: install its venv package (python3-venv on Debian and Ubuntu)." >&2; \
	  exit 1; \
	fi; \
	echo "Setting up .venv with $$("$$python" --version) ..."; \
	rm -rf .venv && "$$python" -m venv .venv && $(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(READY): .venv/.locked pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.PHONY: generate
generate: $(READY) ## Write generated/ from spec/.
	$(BIN)/clientsmith generate

.PHONY: check
check: $(READY) ## Tell whether generated/ is up to date with spec/ (exit code 1 when not).
	$(BIN)/clientsmith check

.PHONY: test
test: lint ## Lint, type checks and all tests.
	$(BIN)/python -m pytest $(TESTS) $(ARGS)

.PHONY: test-httpx2
test-httpx2: $(READY) ## Run the tests of the runtime over httpx2 instead of httpx.
	HTTP_LIBRARY=httpx2 $(BIN)/python -m pytest tests/runtime $(ARGS)

.PHONY: lint
lint: $(READY) ## Ruff and both type checkers.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/ruff check --isolated --target-version py311 --select $(GENERATED_RULES) generated
	$(BIN)/mypy
	$(BIN)/basedpyright

.PHONY: lint-spec
lint-spec: $(READY) ## Check the document in spec/ and its conventions; tell every fault with file and line.
	$(BIN)/yamllint --strict --config-file spec/.yamllint.yaml spec
	PYTHONPATH=tests $(BIN)/python -m support.speclint spec/openapi.yaml

.PHONY: format
format: $(READY) ## Format our own code and mend what ruff can mend.
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

.PHONY: wheel
wheel: $(READY) ## Build the wheel and the source distribution into dist/.
	rm -rf dist
	$(BIN)/python -m hatchling build

.PHONY: bench
bench: $(READY) ## Measure generation, import and call overhead (ratios within one run).
	$(BIN)/python bench/run.py

.PHONY: soak
soak: $(READY) ## Make 10,000 calls with each client against a server that misbehaves (ARGS="--calls 50000 --seed 2").
	PYTHONPATH=tests $(BIN)/python -m soak $(ARGS)

.PHONY: corpus
corpus: $(READY) ## Generate packages from public documents and check them (needs npm and node; ARGS="--sample 20 --checks 1,2,3,4").
	PYTHONPATH=tests $(BIN)/python -m corpus $(ARGS)

.PHONY: lock
lock: ## Resolve pyproject.toml anew into requirements.lock (needs uv; UPGRADE=1 takes the newest versions).
	$(UV) pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade) --quiet -o requirements.lock
	@! grep -nE '://|index-url' requirements.lock || { echo "requirements.lock must not carry an address" >&2; exit 1; }

.PHONY: clean
clean: ## Remove .venv, caches and builds.
	rm -rf .venv .cache .hypothesis build dist
	find generator tests bench generated -name __pycache__ -type d -prune -exec rm -rf {} +
