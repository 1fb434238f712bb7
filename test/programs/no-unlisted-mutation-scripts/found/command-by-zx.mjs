#!/usr/bin/env zx
await $`mongosh ${process.env.MONGO_URL} --eval "db.users.deleteMany({})"` // expect: no-unlisted-mutation-scripts
