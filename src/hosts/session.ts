/** What every host does before it asks rules anything: find the checkout, open its content, read the configuration. */
import { realpathSync } from 'node:fs'
import { acceptConfig, loadConfig } from '../config/load.ts'
import type { UserConfig } from '../config/config.ts'
import { resolveConfig, type ResolvedConfig } from '../config/resolve.ts'
import { createRepository, type Repository } from '../core/repository.ts'
import type { Confidence } from '../core/verdict.ts'
import { findCheckout } from '../git/checkout.ts'
import { lockedAnswers } from '../lock/answers.ts'
import { openFolder } from './file-system-source.ts'
import { openContent, requireCheckout, type ContentChoice } from './open-checkout.ts'

export interface SessionRequest {
  /** A folder in the checkout. */
  readonly directory: string
  readonly content?: ContentChoice | undefined
  /** A config file, from the current folder. Default: the one in the root. */
  readonly configFile?: string | undefined
  /** A configuration in place of a file. */
  readonly config?: UserConfig | undefined
  /** Hold every document strictly. */
  readonly strict?: boolean | undefined
  /** In place of the configured one. */
  readonly minConfidence?: Confidence | undefined
  /** Whether a folder outside of git will do; then nothing is known of the past. */
  readonly plainFolder?: boolean | undefined
}

export interface Session {
  readonly repository: Repository
  readonly config: ResolvedConfig
  /** Changes when the configuration does. */
  readonly configDigest: string
}

/**
 * Opens a checkout.
 * @throws UserError outside of git (unless a plain folder will do), or for a configuration that is wrong
 */
export async function openSession(request: SessionRequest): Promise<Session> {
  const checkout = request.plainFolder === true ? findCheckout(request.directory) : requireCheckout(request.directory)
  const root = checkout?.root ?? realpathSync(request.directory)
  const { config, configDigest } = await configure(root, request)
  const source = checkout === undefined ? openFolder(root) : openContent(checkout, request.content ?? 'worktree')
  return { repository: createRepository({ root, source, settings: config.settings, answers: lockedAnswers(source) }), config, configDigest }
}

/** The configuration of a request, with what its flags override. */
export async function configure(
  root: string, request: Pick<SessionRequest, 'config' | 'configFile' | 'strict' | 'minConfidence'>,
): Promise<Pick<Session, 'config' | 'configDigest'>> {
  const loaded = request.config === undefined ? await loadConfig(root, request.configFile) : await acceptConfig(request.config)
  const config = resolveConfig(loaded.config)
  return {
    configDigest: loaded.digest,
    config: {
      ...config,
      isStrict: request.strict === true ? () => true : config.isStrict,
      minConfidence: request.minConfidence ?? config.minConfidence,
    },
  }
}
