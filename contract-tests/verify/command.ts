import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { token } from '../support/deviations/server.ts'
import { accountId } from './against.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The command as one file: it is started so often that loading its sources would take most of the time. */
const file = join(root, 'reports', `command-${process.pid}.js`)

/** To be called before the tests of a file. */
export async function buildCommand(): Promise<void> {
  const bundle = await rolldown({
    input: join(root, 'src/cli/index.ts'),
    platform: 'node',
    external: [/^openapi-fetch/],
  })
  await bundle.write({ file })
  await bundle.close()
}

/** To be called after them. */
export const removeCommand = (): Promise<void> => rm(file)

export interface Outcome {
  exitCode: number | null
  stdout: string
  stderr: string
}

export interface Started {
  child: ChildProcess
  outcome: Promise<Outcome>
}

function environmentOf(given: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const defaults = { CLOUDFLARE_ACCOUNT_ID: accountId, CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_BASE_URL: undefined }
  // By these Node decides about colours: a test has to find the same ones wherever it runs.
  const colors = { CI: undefined, FORCE_COLOR: undefined, NO_COLOR: undefined, TERM: 'xterm-256color' }
  const all: Record<string, string | undefined> = { ...process.env, ...defaults, ...colors, ...given }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as NodeJS.ProcessEnv
}

/** Starts the command, with an account and a token in its environment; `undefined` takes a variable out of it. */
export function start(args: string[], environment: Record<string, string | undefined> = {}, stdin = ''): Started {
  const child = spawn(process.execPath, [file, ...args], { env: environmentOf(environment) })
  child.stdin.end(stdin)
  return { child, outcome: outcomeOf(child) }
}

async function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [exitCode, stdout, stderr] = await Promise.all([closed, text(child.stdout), text(child.stderr)])
  return { exitCode, stdout, stderr }
}

/** Runs the command to its end. */
export const command = (...given: Parameters<typeof start>): Promise<Outcome> => start(...given).outcome

/** Starts the command on a terminal, which `script` pretends to be: what its standard input gets is typed there. */
export function startOnTerminal(args: string[], environment: Record<string, string | undefined> = {}): Started {
  const line = [process.execPath, file, ...args].map((word) => `'${word}'`).join(' ')
  const options = { env: environmentOf(environment) }
  const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], options)
  return { child, outcome: outcomeOf(child) }
}

/** Runs the command on a terminal to its end. */
export function onTerminal(args: string[]): { promise: Promise<number | null>; stdout: Promise<string> } {
  const { child, outcome } = startOnTerminal(args)
  child.stdin?.end()
  return { promise: outcome.then(({ exitCode }) => exitCode), stdout: outcome.then(({ stdout }) => stdout) }
}

/** Runs the command before a reader that closes its end at once, and resolves to the exit code and the standard error. */
export async function withoutReader(args: string[], environment: Record<string, string> = {}) {
  const line = `'${process.execPath}' '${file}' ${args.join(' ')} | (exec <&-; sleep 1); exit \${PIPESTATUS[0]}`
  const child = spawn('bash', ['-c', line], { env: environmentOf(environment) })
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { stderr: await text(child.stderr), exitCode: await exitCode }
}

/** Runs the command on a file that it reads through a pipe. */
export async function fromPipe(args: string[], source: string) {
  const line = `'${process.execPath}' '${file}' ${args.join(' ')} <(sleep 0.2; cat '${source}')`
  const child = spawn('bash', ['-c', line], { env: environmentOf({}) })
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { stdout: await text(child.stdout), exitCode: await exitCode }
}

/** A report without what differs from run to run: times, ids that a run makes up, the port, the version. */
export const stable = (report: string): string =>
  report
    .replace(/\(\d+ ms\)/g, '(0 ms)')
    .replace(/time="\d+\.\d{3}"/g, 'time="0.000"')
    .replace(/"duration": \d+/g, '"duration": 0')
    .replace(/contract-[0-9a-f]{8}-[0-9a-f]{4}/g, 'contract-id')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:port')
    .replace(/\b(portals|spec) 0\.0\.0\b/g, '$1 VERSION')
    .replace(/("?version"?(": | name="version" value=|" value=)")[^"]*/g, '$1VERSION')
    .replace(/(name="(version|spec)" value=")[^"]*/g, '$1VERSION')
