# settings: {"deployScripts": ["scripts/*"]}
#!/bin/bash
set -e
df -h
ip link show
python3 manage.py migrate --noinput
