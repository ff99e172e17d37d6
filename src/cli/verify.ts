import { verify as verifyServer } from '../verify/index.ts'
import { verifyHelp } from './help.ts'
import { reporters } from './report.ts'
import { oneOf, parse, UsageError } from './usage.ts'

const options = {
  'base-url': { type: 'string' },
  account: { type: 'string' },
  write: { type: 'boolean', default: false },
  'server-url': { type: 'string' },
  'portal-hostname': { type: 'string' },
  stateless: { type: 'boolean', default: false },
  reporter: { type: 'string', default: 'text' },
  help: { type: 'boolean', short: 'h' },
} as const

/** `verify`: resolves to the exit code. */
export async function verify(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, options)
  if (values.help) {
    process.stdout.write(verifyHelp)
    return 0
  }
  if (positionals[0] !== undefined) throw new UsageError(`verify takes no argument '${positionals[0]}'`)
  const reporter = oneOf('--reporter', values.reporter, ['text', 'json', 'junit', 'github'])
  const accountId = values.account ?? process.env.CLOUDFLARE_ACCOUNT_ID
  if (!accountId) throw new UsageError('--account or CLOUDFLARE_ACCOUNT_ID has to name the account')
  if (!process.env.CLOUDFLARE_API_TOKEN) throw new UsageError('CLOUDFLARE_API_TOKEN has to hold the API token')
  const interruption = interruptible()
  const results = await verifyServer({
    client: { baseUrl: values['base-url'], accountId },
    write: values.write,
    stateless: values.stateless,
    serverUrl: values['server-url'],
    portalHostname: values['portal-hostname'],
    signal: interruption.signal,
    onProgress: ({ name, number, of }) => progress(`${number}/${of} ${name}`),
  })
  progress('')
  process.stdout.write(reporters[reporter](results))
  if (interruption.exitCode) return interruption.exitCode
  if (results.some(({ violations }) => violations.length > 0)) return 1
  return results.every(({ ok }) => ok) ? 0 : 2
}

/** One line of a terminal, written anew each time. */
function progress(line: string): void {
  const { stderr } = process
  if (stderr.isTTY) stderr.write(`\r\x1b[K${line.slice(0, (stderr.columns || 80) - 1)}`)
}

const exitCodes = { SIGINT: 130, SIGTERM: 143 }

interface Interruption {
  signal: AbortSignal
  /** 0 until a signal came. */
  exitCode: number
}

/** The first signal ends the run, which then cleans up; the second ends the process. */
function interruptible(): Interruption {
  const controller = new AbortController()
  const interruption = { signal: controller.signal, exitCode: 0 }
  for (const [name, exitCode] of Object.entries(exitCodes)) {
    process.on(name, () => {
      if (interruption.exitCode) process.exit(exitCode)
      interruption.exitCode = exitCode
      process.stderr.write('\nInterrupted: deleting what was created. Once more to stop at once.\n')
      controller.abort()
    })
  }
  return interruption
}
