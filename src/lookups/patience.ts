/** How long a run waits for a service. */
export interface Patience {
  /** Milliseconds for one request, its whole body included. */
  readonly timeout: number
  /** How often a request is tried again. */
  readonly retries: number
  /** Seconds that a service may ask us to wait (its rate limit); when it wants more, there is no answer. */
  readonly longestWait: number
  /** Milliseconds of a second between two tries. Tests have shorter ones. */
  readonly second: number
}

export const PATIENCE: Patience = { timeout: 30_000, retries: 2, longestWait: 60, second: 1000 }
