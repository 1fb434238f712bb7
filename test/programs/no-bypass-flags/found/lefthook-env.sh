# file: scripts/wip.sh
#!/bin/sh
LEFTHOOK=0 git commit -am wip # expect: no-bypass-flags
