# file: Makefile
.PHONY: deploy check

check:
	-npm run lint # expect: no-bypass-flags
	npm test

deploy: check
	node scripts/deploy.js
