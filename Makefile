# Doorstep. `make help` lists everything; `make run` and `make test` are all most people need.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PRESET ?= release
BUILD := build/$(PRESET)
DATA ?= data/demo
LISTEN ?= 127.0.0.1:8080

.PHONY: help setup setup-test frontend configure build run test check format bench survive soak security scan sanitize fuzz e2e screenshots release clean

help: ## Show this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: ## Install what building and running needs
	@scripts/setup.sh build

setup-test:
	@scripts/setup.sh test

frontend/node_modules/.package-lock.json: frontend/package-lock.json
	@echo "Installing the front end's packages"
	@cd frontend && ../scripts/node.sh --npm ci --no-audit --no-fund --loglevel=error
	@touch $@

frontend: frontend/node_modules/.package-lock.json ## Build styles and scripts into frontend/dist
	@scripts/node.sh frontend/build.mjs

configure: frontend
	@cmake --preset $(PRESET) --log-level=WARNING

build: setup configure ## Build the program
	@cmake --build $(BUILD) --target doorstep

run: build ## Install, build, and serve the demo at http://127.0.0.1:8080
	@$(BUILD)/doorstep demo --data $(DATA) --listen $(LISTEN) --serve

test: setup-test configure ## Install what tests need, and pass every test
	@scripts/test.sh $(BUILD)

check: setup-test configure ## House rules: layers, trusted markup, migrations, formatting
	@scripts/check.sh

format: ## Format the C++ sources
	@git ls-files 'src/*.h' 'src/*.cpp' 'tests/*.h' 'tests/*.cpp' 'bench/*.cpp' | xargs clang-format -i

survive: setup-test configure ## Kill it 200 times on each database, fail over, crowd it (half an hour)
	@cmake --build $(BUILD) --target doorstep
	@scripts/survive.sh $(BUILD) long

soak: setup-test configure ## Thirty minutes of mixed load on each database, memory flat
	@cmake --build $(BUILD) --target doorstep
	@scripts/survive.sh $(BUILD) soak

security: setup-test configure ## Every test that docs/security.md names
	@scripts/security.sh $(BUILD)

scan: build ## sqlmap, wapiti, sslscan and testssl.sh against a server of their own
	@scripts/setup.sh scan
	@scripts/scan.sh $(BUILD)

bench: setup-test configure ## Measure; prints figures, never fails on time
	@scripts/bench.sh $(BUILD)

sanitize: ## All C++ tests under AddressSanitizer and UndefinedBehaviourSanitizer
	@$(MAKE) PRESET=sanitize setup-test configure
	@scripts/test.sh build/sanitize --without-browser

fuzz: ## Ten minutes of libFuzzer on every parser, one after the other (needs clang)
	@scripts/fuzz.sh $(or $(SECONDS_EACH),600)

e2e: setup-test configure ## Browser tests only
	@scripts/test.sh $(BUILD) --only-browser

screenshots: setup-test configure ## Take the README's screenshots again
	@scripts/screenshots.sh $(BUILD)

clean: ## Remove everything that was built
	rm -rf build frontend/dist frontend/node_modules .tools
