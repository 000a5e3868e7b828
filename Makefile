# make            installs the system packages, builds, and makes the site of content/ into output/
# make test       passes the tests
# make bench      times the build of generated sites, beside Hugo's where Hugo is installed
# make evaluate DATA=folder
#                 measures how well Assay reads, on development sets that the folder holds
# make lint       checks the format of the sources
# make train DATA=folder
#                 trains the models anew from the corpora in DATA, into Models/
# make serve      shows the site of content/ at http://127.0.0.1:8080/ and rebuilds on a change

SHELL := /bin/bash
.DEFAULT_GOAL := site
.PHONY: site test bench evaluate train lint serve dependencies swift release clean

ASSAY := .build/release/assay
TRAIN := .build/release/assay-train

site: release
	$(ASSAY) build

# One module at a time is optimised as a whole, so that hot loops see through each other.
release: dependencies swift
	swift build -c release --product assay

test: dependencies swift
	swift build --build-tests
	swift test --skip-build --parallel

bench: release
	Benchmarks/run

evaluate: release
	Benchmarks/evaluate $(or $(DATA),$(error Say where the development sets are: make evaluate DATA=folder))

lint: swift
	swift format lint --strict --recursive Package.swift Sources Tests

serve: release
	$(ASSAY) serve

dependencies:
	@.ci/install-dependencies

swift:
	@.ci/require-swift

clean:
	rm -rf .build .assay-cache

# Word clusters first: the other models are trained on what they say of words.
train: dependencies swift
	@test -d "$(DATA)" || { echo "make train DATA=folder: the folder of corpora is missing"; exit 2; }
	swift build -c release --product assay-train
	zcat $(DATA)/clusters/word-clusters.tsv.gz | $(TRAIN) words --lists Models/lists --output Models
	swift build -c release --product assay-train
	$(TRAIN) names $(DATA) --output Models
	$(TRAIN) sentiment --data $(DATA)/sentiment --output Models
	$(TRAIN) targets --data $(DATA)/sentiment --output Models
