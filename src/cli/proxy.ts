import { once } from 'node:events'
import { createClient } from '../client/index.ts'
import type { Edition } from '../contract/index.ts'
import { withControl } from '../mock/control.ts'
import { createMock } from '../mock/index.ts'
import { serve } from '../mock/serve.ts'
import { hints, type OperationResult, type Passed, type StartedProxy, startProxy } from '../proxy/index.ts'
import { type Finding, fromContract } from '../verify/index.ts'
import { type Check, openReporters, type Report, reporterOption, toExitCode } from './report/index.ts'
import { runChild } from './shell/child.ts'
import { command } from './shell/command.ts'
import { UsageError } from './shell/errors.ts'
import { type Interruption, interruptible } from './shell/interruption.ts'
import { editionOption, failOnOption, readEdition, readFailOn, readTimeout, timeoutOption } from './shell/options.ts'
import { complain } from './shell/output.ts'
import { specOfThisPackage } from './shell/package.ts'
import { oneOf, type Values } from './shell/parse.ts'
import { listenOn, maxPort, readNumber, watchNpm } from './shell/serving.ts'
import { quoted } from './shell/visible.ts'

const timeout = 300

const options = {
  upstream: { type: 'string', value: 'URL', help: 'base URL of the server that the requests are for' },
  mock: { type: 'boolean', help: 'a mock that remembers what it is sent takes the place of the server' },
  port: { type: 'string', value: 'NUMBER', help: 'where to listen on this machine; 0 is any free port (0)' },
  refuse: { type: 'boolean', help: 'respond to a request that breaks the spec with 400, and do not send it' },
  'unknown-fields': {
    type: 'string',
    value: 'KIND',
    help: 'what a field of a request is that neither edition has: violation (default), or pass, since the API ignores it',
  },
  ...editionOption,
  ...timeoutOption(timeout),
  ...failOnOption,
  ...reporterOption,
} as const

export const proxy = command({
  name: 'proxy',
  summary: 'check every exchange of a program in any language',
  about: `Listens on this machine, hands every request to a server and every response back as it is, and checks both
    against the spec. With a command, runs it with CLOUDFLARE_BASE_URL set to the proxy, and reports when it ends, to the
    standard error; without one, reports when it is stopped by Ctrl-C or SIGTERM.`,
  usage: '--upstream URL | --mock [options] [-- COMMAND …]',
  options,
  example: 'proxy --mock -- pytest',
  exitCodes: {
    0: 'no exchange violates the contract; what is undocumented is reported',
    1: 'the contract is violated',
    2: 'the proxy or the command could not be started, or the report could not be written',
  },
  async run({ values, positionals, rest }) {
    if (positionals[0] !== undefined)
      throw new UsageError(`a command has to follow --, as in -- ${quoted(positionals[0])}`)
    const settings = {
      port: readNumber('--port', values.port ?? '0', maxPort),
      refuse: values.refuse,
      // The mock is of the latest edition.
      standard: {
        edition: readEdition(values, values.mock ? 'latest' : 'reference'),
        unknownFields: oneOf('--unknown-fields', values['unknown-fields'] ?? 'violation', ['violation', 'pass']),
      },
      timeout: readTimeout(values.timeout, timeout),
      onFailure: complain,
    }
    const failOn = readFailOn(values)
    const given = readUpstream(values)
    // The standard output is the command's.
    const write = await openReporters(values, rest.length > 0 ? (text) => process.stderr.write(text) : undefined)
    const mock = given === undefined ? await serve(withControl(createMock({}))) : undefined
    try {
      const upstream = given ?? `${mock?.url}/client/v4`
      const started = await listenOn('127.0.0.1', settings.port, () => startProxy({ upstream, ...settings }))
      const { exitCode, passed } = await pass(started, rest, values)
      const report = toReport(given ?? 'a mock', settings.standard.edition, passed)
      await write(report, failOn)
      return exitCode || toExitCode(report, failOn)
    } finally {
      await mock?.close()
    }
  },
})

/** Lets exchanges pass until the command ends; without one, until the proxy is stopped. */
async function pass(started: StartedProxy, args: string[], values: Values<typeof options>) {
  complain(`the proxy listens on ${started.url}`)
  const interruption = interruptible()
  const running =
    args.length > 0 ? runChild(args, toEnvironment(started, values), interruption) : untilEnd(interruption)
  const [ended] = await Promise.allSettled([running])
  const passed = await started.close()
  if (ended.status === 'rejected') throw ended.reason
  return { exitCode: ended.value, passed }
}

/** The base URL of the server; undefined for the mock. */
function readUpstream({ upstream, mock }: Values<typeof options>): string | undefined {
  if ((upstream === undefined) !== (mock === true)) throw new UsageError('proxy needs either --upstream URL or --mock')
  if (upstream === undefined) return undefined
  try {
    createClient({ baseUrl: upstream, accountId: 'account', apiToken: 'token' }) // It sends nothing.
    return upstream
  } catch (error) {
    throw new UsageError((error instanceof Error ? error.message : String(error)).replace(/^baseUrl/, '--upstream'))
  }
}

/** What the command needs to call the proxy; the mock takes any account and any token. */
function toEnvironment({ url }: StartedProxy, { mock }: Values<typeof options>): Record<string, string> {
  const { CLOUDFLARE_ACCOUNT_ID = 'account-of-the-mock', CLOUDFLARE_API_TOKEN = 'token-of-the-mock' } = process.env
  return { CLOUDFLARE_BASE_URL: url, ...(mock && { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN }) }
}

/** Waits until it is stopped, which is how it ends: that is no failure. */
async function untilEnd({ signal }: Interruption): Promise<0> {
  const orphaned = new AbortController()
  const unwatch = watchNpm(() => orphaned.abort())
  const end = AbortSignal.any([signal, orphaned.signal])
  if (!end.aborted) await once(end, 'abort')
  unwatch()
  return 0
}

function toReport(target: string, edition: Edition, { operations, others }: Passed): Report {
  const exchanges = operations.reduce((sum, operation) => sum + operation.exchanges, 0)
  const elsewhere = others > 0 ? [hints.others.replace('{count}', String(others))] : []
  return {
    command: 'proxy',
    target,
    spec: specOfThisPackage(edition),
    unit: `${plural(operations.length, 'operation')} in ${exchanges} ${plural(exchanges, 'exchange')}`,
    checks: operations.map(toCheck),
    hints: exchanges === 0 ? [hints.nothing, ...elsewhere] : elsewhere,
  }
}

const plural = (count: number, noun: string): string => (count === 1 ? noun : `${noun}s`)

function toCheck({ operation, findings }: OperationResult): Check {
  return {
    name: operation,
    findings: findings.map(({ finding, message, count }): Finding => {
      const kind = finding.kind === undefined ? 'violation' : 'undocumented'
      const found = fromContract(kind, { ...finding, message })
      return count === 1 ? found : { ...found, message: `${found.message} (${count} times)` }
    }),
  }
}
