# Every target is a script of the same name in scripts/.
.DEFAULT_GOAL := help
.PHONY: help setup run test dev lint bench prove package

help:
	@echo 'make run     build the program, make the demo centre, serve it on 127.0.0.1:3000'
	@echo 'make test    every check and test: SQLite, PostgreSQL, a real browser'
	@echo 'make dev     serve the demo centre and follow every change of the code'
	@echo 'make lint    formatting, lints, licences, banned crates, known holes'
	@echo 'make bench   measure the program'
	@echo 'make package build the Debian package'
	@echo 'make prove   the tests with the long proofs at full size'
	@echo 'make setup   install what is missing for run and test, and stop'

run test dev lint bench prove package:
	@scripts/$@

setup:
	@scripts/setup test
