// settings: {"clients": [{"module": "@acme/store", "name": "store"}]}
import { store } from '@acme/store'
await store.user.deleteMany({}) // expect: no-unlisted-mutation-scripts
