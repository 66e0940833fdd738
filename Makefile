# SPDX-License-Identifier: Apache-2.0

PREFIX ?= /usr/local
DESTDIR ?=
# More for ‘swift test’, such as ARGS='--filter Selectors'.
ARGS ?=
SANITIZER ?= thread

RELEASE := -c release --product emwalk -Xlinker -s
ifeq ($(shell uname -s),Linux)
RELEASE += --static-swift-stdlib
endif

bin := $(DESTDIR)$(PREFIX)/bin
bash_completions := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zsh_completions := $(DESTDIR)$(PREFIX)/share/zsh/site-functions
manuals := $(DESTDIR)$(PREFIX)/share/man/man1
fish_completions := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

# Built as who you are; only the copying is done as root, and only where it must be.
sudo := $(if $(DESTDIR),,$(shell [ -w "$(PREFIX)" ] || echo sudo))

.PHONY: help setup build quick test lint fix san bench bench-simulator bench-memory bench-crawl mutants samples docs demo release install uninstall ci clean

help: ## show this
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1	\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F '\t' '{ printf "make %-15s %s\n", $$1, $$2 }'

setup: ## install what is missing on Debian and Ubuntu
	@.ci/setup

demo: ## build emwalk and run its demo
	@.ci/setup demo

build: ## build everything, for debugging
	swift build

quick: ## build and test everything without sockets: seconds
	swift test --disable-xctest --disable-default-traits --scratch-path .build-quick $(ARGS)

test: ## run every test
	@.ci/setup test $(ARGS)

# SCHEMA=FILE measures another schema; MEASURES=FOLDER writes files instead of printing.
mutants: ## measure how many wrong documents the schema refuses and how many right ones it accepts
	EMWALK_THOROUGH=1 EMWALK_MEASURES=$(or $(MEASURES),-) EMWALK_SCHEMA=$(SCHEMA) \
		swift test --disable-xctest --disable-default-traits \
		--scratch-path .build-quick --filter '(Mutant|CorpusValidity)Tests'

lint: ## check the format and the house rules
	swift format lint --recursive --strict --parallel Sources Tests Fixtures Package.swift
	@.ci/check

fix: ## format the sources
	swift format --in-place --recursive --parallel Sources Tests Fixtures Package.swift

# Each sanitizer builds into a folder of its own: objects of the one are of no use to the other.
san: ## run the rooms with unchecked code under a sanitizer: SANITIZER=thread or address
	swift test --disable-xctest --disable-default-traits --scratch-path .build-san-$(SANITIZER) \
		--sanitize=$(SANITIZER) --filter "(NodeStore|LibXML|Deflate)Tests"

bench: ## measure the reader against a C baseline
	swift run -c release --package-path Tests/Benchmarks emwalk-benchmarks $(ARGS)

bench-simulator: ## measure the simulator's server against Hummingbird alone
	swift run -c release --package-path Tests/Benchmarks simulator-throughput $(ARGS)

bench-memory: release ## read the longest answers of a large simulator and tell its memory; JOBS=100000
	Tests/Benchmarks/bench-memory $(or $(JOBS),100000) .build/release/emwalk simulate --http --port 0

bench-crawl: release ## crawl large simulators, killed twice; SIZES="1000 10000 100000"
	Tests/Benchmarks/bench-crawl .build/release/emwalk $(or $(SIZES),1000 10000)

samples: ## build and run what a user of the library would write
	swift build --package-path Tests/Samples
	for sample in WalkJobs TestWithSimulator FollowRun WriteWorkflow KeepWalks ExplainLinks RunForMany; do \
		swift run --skip-build --package-path Tests/Samples $$sample || exit 1; done

docs: ## build the documentation into folders of .build-docs
	@.ci/docs

release: ## build the command for release: no Swift needed to run it
	swift build $(RELEASE)

install: release ## install it, its manual page and its completions under PREFIX (/usr/local)
	$(sudo) install -d $(bin) $(bash_completions) $(zsh_completions) $(fish_completions) $(manuals)
	$(sudo) install -m 755 .build/release/emwalk $(bin)/emwalk
	.build/release/emwalk --generate-manual | $(sudo) tee $(manuals)/emwalk.1 >/dev/null
	.build/release/emwalk --generate-completion-script bash | $(sudo) tee $(bash_completions)/emwalk >/dev/null
	.build/release/emwalk --generate-completion-script zsh | $(sudo) tee $(zsh_completions)/_emwalk >/dev/null
	.build/release/emwalk --generate-completion-script fish | $(sudo) tee $(fish_completions)/emwalk.fish >/dev/null

uninstall: ## remove what install installed
	$(sudo) rm -f $(bin)/emwalk $(bash_completions)/emwalk $(zsh_completions)/_emwalk $(fish_completions)/emwalk.fish $(manuals)/emwalk.1

ci: ## everything that a change must pass
	@.ci/run

clean: ## remove everything built
	rm -rf .build .build-* Tests/Benchmarks/.build Tests/Samples/.build
