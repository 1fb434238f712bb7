$ErrorActionPreference = 'Stop'
mysql --host $Server -e "DELETE FROM sessions" # expect: no-unlisted-mutation-scripts
