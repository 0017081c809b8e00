# Every target sets up what it needs. `make` alone explains them.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
JOBS   ?= 2
ARGS   ?=
CASES  ?= login callback/replayed callback/replayed_elsewhere callback/state_of_another_browser callback/without_state \
          id_token/wrong_audience id_token/wrong_nonce id_token/expired id_token/wrong_issuer id_token/wrong_key

.DEFAULT_GOAL := help
.PHONY: help setup browser e2e e2e-all e2e-full mutants traps test strangers check fix demo bench clean

help: ## Explain every target
	@awk 'BEGIN {FS = ":.*## "} /^[a-z0-9_-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@printf '\n  make e2e ARGS="--idp okta -k audience" narrows a run; JOBS=4 uses four workers.\n'

$(READY): pyproject.toml .ci/constraints.txt
	@echo "setup: virtual environment with pinned, hashed dependencies (once; about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'setup: Python 3.11 or newer is needed; name one with "make PYTHON=python3.12 ..."'; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo 'setup: "$(PYTHON) -m venv" failed; install the venv module (Debian: python3-venv)'; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

setup: $(READY) browser ## Virtual environment, dependencies, browser

browser: $(READY)
	@$(BIN)/python -m harness.browser --install

e2e: setup ## The login scenarios in a real browser, at each IdP and region (CASES="..." for others)
	@$(BIN)/sso-harness run -n $(JOBS) $(CASES) $(ARGS)

e2e-all: setup ## Every scenario there is at each IdP, the regions taking turns
	@$(BIN)/sso-harness run -n $(JOBS) --regions-in-turn $(ARGS)

e2e-full: setup ## The same in every region (about twelve minutes on two cores)
	@$(BIN)/sso-harness run -n $(JOBS) $(ARGS)

mutants: setup ## Wrong relying parties: does a scenario notice each? (ARGS="nonce_not_checked" narrows; --whole tries every scenario)
	@$(BIN)/python -m harness.mutation -n $(JOBS) $(ARGS)

traps: setup ## Right relying parties that do things otherwise: does no scenario blame them? (ARGS="ok_leeway" narrows; --whole)
	@$(BIN)/python -m harness.traps -n $(JOBS) $(ARGS)

test: setup ## Unit, contract and architecture tests, and other people's Python SDKs
	@$(BIN)/python -m pytest -q -n $(JOBS) --ignore tests/apps -m "not registry" $(ARGS)

strangers: setup ## Other people's SDKs and apps against the issuers (installs them; needs node)
	@$(BIN)/python -m pytest -q tests/sdk tests/apps $(ARGS)

check: setup ## All of CI's static gates: lint, types, import contracts
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-logo

fix: $(READY) ## Format and repair what the linter can
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

demo: setup ## Watch one login in a browser window
	@$(BIN)/sso-harness run login/happy --idp entra --region us --headed $(ARGS)

bench: setup ## Measure: browser login against its floor, world start, logins per second
	@$(BIN)/python -m harness.bench $(ARGS)

clean: ## Remove everything that is made here
	@rm -rf $(VENV) .cache report .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis *.egg-info
