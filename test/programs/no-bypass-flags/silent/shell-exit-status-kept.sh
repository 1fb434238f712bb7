#!/bin/bash
set +e
npm test
status=$?
set -e
./report.sh
exit $status
