# explainer: `make site` builds the site into site/, `make test` runs every test. Each sets up what it needs.
.DEFAULT_GOAL := help
.PHONY: help site test serve check audit preview format bench fuzz mutants lock clean

PYTHON ?= python3
BIN := .venv/bin
# Material prints a notice about MkDocs 2 on every build; pyproject.toml keeps MkDocs below 2.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:           ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1  	/p' Makefile

site: .venv/site-installed   ## Check the seeds and build the site into site/
	$(BIN)/explainer check
	$(BIN)/mkdocs build --strict
	@echo "The site is in site/. Open it with: make serve"

serve: .venv/site-installed  ## Serve the site at http://127.0.0.1:8000/ and show every edit at once
	$(BIN)/explainer serve

test: .venv/tests-installed  ## Run every test, in a real browser too
	@.ci/system-packages browser
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: .venv/tests-installed ## Check format, lint, styles and scripts, types, imports, the seeds, their schemas, the translations and a strict build
	$(BIN)/ruff format --check generator tests
	$(BIN)/ruff check generator tests
	$(BIN)/biome ci --error-on-warnings generator
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/explainer check
	$(BIN)/explainer schema --with-ids --check
	$(BIN)/python -m tests.messages --check
	$(BIN)/mkdocs build --strict --site-dir build/check

audit: .venv/tests-installed ## Judge the built site with Lighthouse and the W3C's checker of HTML; needs npm, better Java too
	@.ci/system-packages browser
	$(BIN)/mkdocs build --strict --quiet --site-dir build/audit/site
	$(BIN)/python -m tests.audit build/audit/site build/audit

# The pull request is this folder as it is, or the revision HEAD; STEPS may leave out those that take long.
STEPS ?= check test build links accessibility diff
BASE ?= HEAD~1
preview: .venv/tests-installed ## Make what a pull request gets, in build/preview/: BASE=HEAD~1 HEAD= STEPS="check …"
	@.ci/preview-here "$(STEPS)" "$(BASE)" "$(HEAD)"

format: .venv/tests-installed ## Format the code, mend what can be mended, and write the schemas, the examples of rules and the catalogues again
	$(BIN)/ruff format generator tests
	$(BIN)/ruff check --fix generator tests
	$(BIN)/biome check --write generator
	$(BIN)/explainer schema --with-ids
	$(BIN)/python -m tests.cases.examples
	$(BIN)/python -m tests.messages

bench: .venv/tests-installed ## Measure builds of 50 to 800 articles, edits on screen, long pages, pages on a phone, regular expressions
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.edits
	$(BIN)/python -m tests.bench.serving
	$(BIN)/python -m tests.bench.showing
	$(BIN)/python -m tests.bench.phone
	$(BIN)/python -m tests.bench.patterns
	$(BIN)/python -m tests.bench.anchoring
	$(BIN)/python -m tests.bench.memory

# So many inputs, from this random seed on.
COUNT ?= 100000
FIRST ?= 0
fuzz: .venv/tests-installed  ## Try random seeds, pages, exports and artifacts: COUNT=100000 FIRST=0
	$(BIN)/python -m tests.fuzz $(COUNT) $(FIRST)

# So many mutants of some twelve thousand (0: all), drawn with this seed. Takes about a minute each.
MUTANTS ?= 60
SEED ?= 1
mutants: .venv/mutants-installed ## Change the program in small ways, and list the changes that no test notices: MUTANTS=60 SEED=1
	$(BIN)/python -m tests.mutants $(MUTANTS) $(SEED)

lock: .venv/tests-installed  ## Update the locked packages to the newest that pyproject.toml allows
	$(BIN)/uv pip compile -q --universal --upgrade --generate-hashes --no-annotate --no-header pyproject.toml --extra mkdocs --group build -o requirements.lock
	$(BIN)/uv pip compile -q --universal --upgrade --generate-hashes --no-annotate --no-header pyproject.toml --extra mkdocs --extra zensical --group dev -o requirements-tests.lock
	$(BIN)/uv pip compile -q --universal --upgrade --generate-hashes --no-annotate --no-header pyproject.toml --extra mkdocs --extra zensical --group mutants -c requirements-tests.lock -o requirements-mutants.lock
	# ProperDocs and MaterialX, for tests; without what MaterialX asks for and a site of ours has no use for.
	$(BIN)/uv pip compile -q --universal --upgrade --generate-hashes --no-annotate --no-header pyproject.toml --extra properdocs --group build -c requirements.lock --no-emit-package mkdocs --no-emit-package mkdocs-document-dates --no-emit-package pagefind --no-emit-package pagefind-bin-extended -o requirements-properdocs.lock

clean:          ## Remove everything that was built or installed
	rm -rf .venv build site

.venv/site-installed: requirements.lock pyproject.toml
	@.ci/system-packages venv "$(PYTHON)"
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

.venv/tests-installed: .venv/site-installed requirements-tests.lock
	$(BIN)/python -m pip install -q --require-hashes --no-deps -r requirements-tests.lock
	@touch $@

.venv/mutants-installed: .venv/tests-installed requirements-mutants.lock
	$(BIN)/python -m pip install -q --require-hashes --no-deps -r requirements-mutants.lock
	@touch $@
