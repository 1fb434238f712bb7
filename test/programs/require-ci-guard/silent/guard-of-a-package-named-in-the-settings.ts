// settings: {"guards": [{"module": "@acme/safety", "name": "onlyInCi"}]}
import { onlyInCi } from '@acme/safety'
import { Pool } from 'pg'
onlyInCi()
await new Pool().query('DELETE FROM sessions')
