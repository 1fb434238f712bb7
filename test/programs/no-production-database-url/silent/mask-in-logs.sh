# file: scripts/info.sh
#!/bin/sh
if [ -n "$PROD_DATABASE_URL" ]; then
  echo "PROD_DATABASE_URL is set; unset it first" >&2
  exit 1
fi
echo "host: ${PGHOST:-localhost}"
