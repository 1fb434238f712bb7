# settings: {"deployScripts": ["scripts/*"]}
#!/bin/bash
set -e
python manage.py migrate
python manage.py loaddata plans # expect: deploy-script-migrate-only
bundle exec rails db:seed # expect: deploy-script-migrate-only
