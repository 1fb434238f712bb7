import { defineFact } from '../core/repository.ts'

/** Today as days since 1970, UTC. A fact, so that one run has one day. */
export const todayFact = defineFact('today', () => Math.floor(Date.now() / 86_400_000))
