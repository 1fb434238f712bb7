/** Which variables a file reads or sets. One pass of linear patterns; nothing is parsed. */
import { readData, readPrisma, readYaml } from './configuration.ts'
import { readJavaScript } from './javascript.ts'
import { readLanguage } from './languages.ts'
import { readDockerfile, readDotenv, readShell } from './shell.ts'
import { Collector, type EnvironmentReading } from './use.ts'

const SCRIPT = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/
const DOTENV = /(?:^|\/)(?:\.env(?:[.-][\w.-]+)?|[\w.-]*\.env(?:\.[\w-]+)?|\.envrc|env\.(?:example|sample|template|dist))$/i
const DOCKERFILE = /(?:^|\/)(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$/i

/** The longest file that is read, in UTF-16 units: what is longer is generated. */
export const LONGEST_SOURCE = 1_000_000

/**
 * Reads a file.
 * @param path from the root; its ending tells the language
 */
export function readEnvironment(path: string, text: string): EnvironmentReading {
  const found = new Collector(text)
  if (text.length <= LONGEST_SOURCE) readInto(path, text, found)
  return found
}

/** Whether a file is a list of variables by itself: `.env.example` and its kin. */
export function isDotenv(path: string): boolean {
  return DOTENV.test(path)
}

function readInto(path: string, text: string, found: Collector): void {
  if (SCRIPT.test(path)) readJavaScript(text, found)
  else if (DOTENV.test(path)) readDotenv(text, found)
  else if (DOCKERFILE.test(path)) readDockerfile(text, found)
  else if (path.endsWith('.prisma')) readPrisma(text, found)
  else if (/\.ya?ml$/i.test(path)) readYaml(text, found)
  else if (/\.(?:json[c5]?|toml|ini|cfg|service|tf|tfvars|nix)$/i.test(path)) readData(text, found)
  else if (!readLanguage(path, text, found)) readShell(text, found)
}
