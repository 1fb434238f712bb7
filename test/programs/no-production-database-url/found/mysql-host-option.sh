# file: scripts/tail.sh
#!/bin/sh
set -e
mysql -h mysql.production.acmepay.io -u root -p"$PW" shop -e 'select count(*) from orders' # expect: no-production-database-url
