import { Router } from 'express'
import { QueryClient } from '@tanstack/query-core'
const router = Router()
router.delete('/users', () => {})
new QueryClient().setQueryData(['x'], 1)
document.querySelectorAll('insert').forEach(node => node.remove())
