// settings: {"guards": [{"module": "@acme/safety", "name": "onlyInCi"}]}
import { onlyInCi } from '@acme/logging'
import { Pool } from 'pg'
onlyInCi()
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
