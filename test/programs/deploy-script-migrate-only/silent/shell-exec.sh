# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
[ "$CI" = true ] || exit 1
exec npx typeorm migration:run -d dist/data-source.js
