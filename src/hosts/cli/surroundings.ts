/** What of the terminal and of the CI decides on what is printed. */
import { wantsColors } from '../../reporters/colors.ts'
import { wantsHyperlinks } from '../../reporters/hyperlinks.ts'

/** Plain data: it is a part of the key under which a result is remembered. */
export interface Surroundings {
  /** Whether stdout may be styled, and may hold links. */
  readonly colors: boolean
  readonly hyperlinks: boolean
  /** Where GitHub shows the repository of the workflow, `https://github.com/owner/name`. */
  readonly repositoryUrl?: string | undefined
}

/**
 * Looks around.
 * @param tty what stdout says of itself: `isTTY` is undefined without a terminal
 */
export async function lookAround(tty: boolean | undefined, environment: Readonly<Record<string, string | undefined>>): Promise<Surroundings> {
  const isTerminal = tty === true
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = environment
  return {
    colors: wantsColors(isTerminal, environment),
    hyperlinks: await wantsHyperlinks(isTerminal, environment),
    repositoryUrl: /^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) ? `${server}/${repository}` : undefined,
  }
}
