#!/bin/sh
migrate -source file://migrations -database "$CLICKHOUSE_URL" up # expect: no-unlisted-mutation-scripts
