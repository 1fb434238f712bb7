/** What `consistent-versions` takes from a document: plain JSON. */
import type { Stance } from './context.ts'
import type { Stated } from './statement.ts'

/** A document states a version of a tool. */
export interface VersionTarget extends Stated {
  readonly kind: 'version'
  /** A tool's id, or the name of a package. */
  readonly tool: string
  readonly stance: Stance
  /** Names that the sentence gives as who needs it; empty when it is the project itself. */
  readonly subjects: readonly string[]
}

/** A document states the port of a service. */
export interface PortTarget {
  readonly kind: 'port'
  readonly port: number
  /** The words say that this project's own service listens there. */
  readonly own: boolean
}

export type Target = VersionTarget | PortTarget
