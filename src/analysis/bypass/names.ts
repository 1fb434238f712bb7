/** Names that promise a way around something: of variables, options, inputs and parameters. */

const WORDS = 'SKIP|BYPASS|ALLOW|FORCE|DISABLE|IGNORE|OVERRIDE|NO|UNSAFE|DANGEROUS|DANGEROUSLY|SUPPRESS|WITHOUT|OMIT'
const UPPER = new RegExp(`^(?:[A-Z][A-Z0-9]{0,30}_){0,9}(?:${WORDS})(?:_[A-Z0-9_]{1,80})?$|^(?:[A-Z][A-Z0-9]{0,30}_){1,6}(?:IN_PROD|IN_PRODUCTION|ON_PROD)$`)
const CAMEL = /^(?:is|should|do)?(?:skip|bypass|allow|force|disable|ignore|override|no|unsafe|dangerous|dangerously|suppress|without|omit)(?:[A-Z][A-Za-z0-9]{0,60})?$|^(?:Skip|Bypass|Allow|Force|Disable|Ignore|Override)[A-Z]/
const LOWER = /^(?:skip|bypass|allow|force|disable|ignore|override|no|unsafe|dangerously|suppress|without)(?:[_-][\w-]{1,80})?$/
/** Of other people's programs, or about something that is no guard. */
const INNOCENT = /^(?:(?:NO|FORCE)_?COLOR|FORCE_TTY|NO_PROXY|ALLOWED?_?(?:ORIGINS?|HOSTS?|LIST|METHODS|HEADERS)|NO_UPDATE_NOTIFIER|(?:\w{1,60}_)?POLIC(?:Y|IES)_\w+|\w*(?:DISABLE|NO|SKIP)_?(?:TELEMETRY|ANALYTICS|CACHE|OPEN|BROWSER|DOWNLOAD|SPINNER|EMOJI|LOGS?|POSTINSTALL|BUILD|INSTALL|COMPILE|CLEAN|MINIFY|SOURCEMAPS?)|skipDuplicates|skipLibCheck|skipWhile|noEmit|allowJs|ignoreCase|noCache|noColor|forceColor|forceExit|no-?(?:help|banner|version|progress|interactive|input|prompt-?color|wait|watch|warnings?|deprecation|cache|color|colors|open|install|emit|daemon|sandbox)|no_cache|allowPositionals|allowUnknown|ignoreUnknown|omitEmpty|ignoreDuplicates|ignoreUndefined|ignoreHidden|noop|not?e?s?|now|node|none|normal|notify|noun|north)$/i

/** Whether a name promises a way around: `SKIP_CHECKS`, `skipValidation`, `force`, `no-verify`. */
export function isBypassName(name: string): boolean {
  return name.length < 100 && !INNOCENT.test(name) && (UPPER.test(name) || CAMEL.test(name) || LOWER.test(name))
}

/** Whether a name lets something happen, rather than leaves something out: `FORCE`, `allowProduction`. */
export function isPermissiveName(name: string): boolean {
  return isBypassName(name) && !/^(?:[A-Z0-9]+_){0,4}(?:SKIP|NO|IGNORE|DISABLE|OMIT|SUPPRESS|WITHOUT)(?:_|$)|^(?:is|should|do)?(?:skip|no|ignore|disable|omit|suppress|without)(?![a-z])/i.test(name)
}

/** Names of guards as the object of a way around: `SKIP_CI_CHECK`, `--skip-fingerprint`, `ALLOW_PRODUCTION`. */
const GUARDED = /check|guard|valid|verif|fingerprint|confirm|safety|safe|preflight|gate|protect|approv|review|tests?(?![a-z])|lint|hooks?(?![a-z])|(?:^|[^a-z])ci(?:[^a-z]|$)|[a-z]CI(?:[A-Z]|$)|polic|audit|contract|prod|enforce|lock(?:down)?/i

/** Whether a name is a way around a guard by itself, without looking at what it does: for what is given to other programs. */
export function isGuardBypass(name: string): boolean {
  const plain = name.replace(/^--?/, '')
  if (/ENV_VALIDATION|LIB_?CHECK|HEALTH_?CHECK|VERSION_CHECK|UPDATE_CHECK/i.test(plain)) return false
  return isBypassName(plain) && (/^bypass/i.test(plain) || GUARDED.test(plain.replace(/^[a-z]+/i, '')))
}
