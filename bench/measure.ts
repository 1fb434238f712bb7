/**
 * CPU time and peak memory of a command with everything that it starts. Node has no wait4, so a small parent does it:
 * Python where there is one (CPU, memory and the time limit), else bash, whose `time` knows the CPU only. Both read
 * the kernel's rusage of the finished process and of its finished children, in microseconds or milliseconds.
 */
import { spawnSync } from 'node:child_process'

export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Sample {
  /** User and system time in milliseconds. */
  readonly cpu: number
  /** Resident set of the largest process in MiB; undefined without Python. */
  readonly memory: number | undefined
  /** Why the run doesn't count: it crashed or passed the time limit. */
  readonly failure: string | undefined
}

const WITH_PYTHON = `
import os, signal, sys
os.set_inheritable(3, False)
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, setpgroup=0)
late = []
def stop(*_):
    late.append(1)
    os.killpg(child, signal.SIGKILL)
signal.signal(signal.SIGALRM, stop)
signal.alarm(int(sys.argv[1]))
_, status, usage = os.wait4(child, 0)
size = usage.ru_maxrss / (1048576 if sys.platform == 'darwin' else 1024)
code = -2 if late else os.waitstatus_to_exitcode(status)
os.write(3, f'{usage.ru_utime + usage.ru_stime} {size} {code}'.encode())
`
const WITH_BASH = `
exec 4>&2
TIMEFORMAT='%3U %3S'
{ time "$@" 2>&4 3>&-; } 2>&3
`
const hasPython = spawnSync('python3', ['-c', 'import os; os.posix_spawnp; os.waitstatus_to_exitcode']).status === 0

/**
 * Runs a command once, its output thrown away.
 * @param limit seconds after which it is stopped (with Python only)
 * @param passes exit codes of a tool that did its work; 0 and 1 (findings) for every linter here
 */
export function measure(command: Command, limit: number, passes: readonly number[] = [0, 1]): Sample {
  const [file, args] = hasPython
    ? ['python3', ['-c', WITH_PYTHON, String(limit), command.file, ...command.args]]
    : ['bash', ['-c', WITH_BASH, 'bash', command.file, ...command.args]]
  const result = spawnSync(file, args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
    encoding: 'utf8',
  })
  const numbers = (result.output[3] ?? '').trim().split(/\s+/).map(Number)
  const [first = NaN, second = NaN, third = NaN] = numbers
  const code = hasPython ? third : result.status ?? -1
  return {
    cpu: Math.round(1000 * (hasPython ? first : first + second)),
    memory: hasPython ? Math.round(second) : undefined,
    failure: code === -2 ? `> ${limit} s` : passes.includes(code) ? undefined : `failed (${firstLine(result.stderr) ?? `exit ${code}`})`,
  }
}

function firstLine(text: string): string | undefined {
  return text.split('\n').map(line => line.trim()).find(line => /error|cannot|can't|unknown|not found|panic/i.test(line))?.slice(0, 80)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] ?? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}
