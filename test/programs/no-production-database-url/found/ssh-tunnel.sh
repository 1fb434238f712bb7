# file: scripts/tunnel.sh
#!/bin/sh
exec pgcli "postgresql://ro@primary.prod.tidal.internal:5432/tidal" # expect: no-production-database-url
