import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { operations } from '../../generated/operations.ts'
import { withControl } from '../mock/control.ts'
import { createMock, type Mock, type MockOptions, type MockRequest } from '../mock/index.ts'
import { defaultGuesses, otherGuesses } from '../mock/options.ts'
import { type Served, serve } from '../mock/serve.ts'
import { createStateWriter, readStateFile } from '../mock/state-file.ts'
import { command } from './shell/command.ts'
import { CommandError, UsageError } from './shell/errors.ts'
import { interruptible } from './shell/interruption.ts'
import { complain, hasColors, print } from './shell/output.ts'
import { oneOf, type Values } from './shell/parse.ts'
import { listenOn, maxPort, readNumber, watchNpm } from './shell/serving.ts'
import { quoted, visible } from './shell/visible.ts'

const options = {
  port: { type: 'string', value: 'NUMBER', help: 'where to listen; 0 is any free port (4010)' },
  host: { type: 'string', value: 'ADDRESS', help: 'where to listen (127.0.0.1: to this machine alone)' },
  state: {
    type: 'string',
    value: 'FILE',
    help: 'keep what the accounts hold in a JSON file: read at the start, written before the response to each change',
  },
  token: { type: 'string', value: 'TEXT', help: 'the only API token that is accepted (else any)' },
  upstream: {
    type: 'string',
    value: 'FILE',
    help: 'what a sync finds at the URL of a server, as JSON: {"https://docs.example.com/mcp": {"tools": [{"name": "search"}]}}',
  },
  strict: { type: 'boolean', help: 'refuse the fields that the API ignores' },
  edition: { type: 'string', value: 'NAME', help: 'latest (default), or reference: responses without newer fields' },
  latency: { type: 'string', value: 'MS', help: 'milliseconds before each response (0)' },
  guess: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: `another value for what is only a guess, as in idInUse=409: ${Object.keys(defaultGuesses).join(', ')}`,
  },
  quiet: { type: 'boolean', help: 'print no line for each request' },
} as const

export const mock = command({
  name: 'mock',
  summary: 'serve a mock of the API that remembers what it is sent',
  about: `Serves a mock of the API that remembers what it is sent, until it is interrupted. Programs in any language reach its
    memory at /__mock/state (GET, PUT), /__mock/reset (POST), /__mock/requests (GET) and /__mock/faults (POST).`,
  usage: '[options]',
  options,
  example: 'mock --port 4010 --state portals.json',
  exitCodes: { 0: 'what started it has ended', 2: 'it could not be started, or the state could not be written' },
  async run({ values, positionals }) {
    if (positionals[0] !== undefined) throw new UsageError(`mock takes no argument ${quoted(positionals[0])}`)
    const port = readNumber('--port', values.port ?? '4010', maxPort)
    const held = await create(values)
    const failure = new AbortController()
    const save = values.state === undefined ? undefined : createStateWriter(values.state, held.state)
    await save?.().catch(({ message }) => {
      throw new CommandError(`--state: ${message}`)
    })
    const handler = withControl(held)
    const host = values.host ?? '127.0.0.1'
    const saved = save ? saving(handler, save, (reason) => failure.abort(reason)) : handler
    const served = await listenOn(host, port, () => serve(saved, { port, host }))
    introduce(served, values)
    const exitCode = await untilEnd(failure.signal)
    await served.close()
    return exitCode
  },
})

async function create(values: Values<typeof options>): Promise<Mock> {
  // What the files hold may be anything: createMock checks it, and names what is wrong.
  const upstream = values.upstream === undefined ? undefined : await readJson('--upstream', values.upstream)
  const state = values.state === undefined ? undefined : await readState(values.state)
  const useColor = hasColors()
  const given: MockOptions = {
    ...{ upstream, state, token: values.token, strict: values.strict },
    edition: oneOf('--edition', values.edition ?? 'latest', ['latest', 'reference']),
    latency: readNumber('--latency', values.latency ?? '0', 2 ** 31 - 1),
    guesses: readGuesses(values.guess ?? []),
    onRequest: values.quiet ? undefined : (request) => print(`${toLine(request, useColor)}\n`),
  }
  try {
    return createMock(given)
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(error.message)
    throw error
  }
}

function readGuesses(given: string[]): Record<string, unknown> {
  return Object.fromEntries(
    given.map((guess) => {
      const [name = '', value = ''] = guess.split(/=(.*)/s)
      const known = [defaultGuesses, otherGuesses].flatMap((guesses) =>
        Object.entries(guesses).filter(([known]) => known === name),
      )
      if (known.length === 0) throw new UsageError(`--guess: there is no guess ${quoted(name)}`)
      const values = known.map(([, value]) => String(value))
      const chosen = known[values.indexOf(oneOf(`--guess ${name}`, value, values))]
      return [name, chosen?.[1]]
    }),
  )
}

async function readJson(option: string, path: string): Promise<MockOptions['upstream']> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new CommandError(`${option}: ${path}: ${error instanceof Error ? error.message : error}`)
  }
}

async function readState(path: string): Promise<MockOptions['state']> {
  try {
    return await readStateFile(path)
  } catch (error) {
    throw new CommandError(`--state: ${path}: ${error instanceof Error ? error.message : error}`)
  }
}

type Handler = (request: Request) => Promise<Response>

/** A change is written before its response is sent, so that whoever has the response can count on it. */
function saving(handle: Handler, save: () => Promise<void>, onFailure: (reason: unknown) => void): Handler {
  return async (request) => {
    try {
      return await handle(request)
    } finally {
      // A fault can break the connection after the change.
      if (request.method !== 'GET') await save().catch(onFailure)
    }
  }
}

/** Programs that start the command read the address from the end of the first line. */
function introduce({ url }: Served, { host = '127.0.0.1', token, state }: Values<typeof options>): void {
  const base = `${url}/client/v4`
  if (!/^(127(\.\d+){3}|localhost|::1)$/.test(host)) {
    complain(`it listens on ${host}: whoever reaches this machine can read and change what the mock holds`)
  }
  const bearer = token === undefined ? 'any' : '$CLOUDFLARE_API_TOKEN'
  const path = operations.listPortals.path.replace(/\{\w+\}/, 'any')
  print(`The mock listens on ${base}
${state === undefined ? '' : `It keeps its state in ${visible(state)}\n`}
  curl -H "Authorization: Bearer ${bearer}" ${base}${path}

Point a client at it with CLOUDFLARE_BASE_URL=${base}. Ctrl-C ends it.
`)
}

function toLine({ method, path, status, operation, duration }: MockRequest, useColor: boolean): string {
  const color = status === undefined || status >= 500 ? 31 : status >= 400 ? 33 : 32
  const outcome = String(status ?? 'dropped')
  const shown = useColor ? `\x1b[${color}m${outcome}\x1b[0m` : outcome
  return `${shown} ${operation ?? '-'} ${duration.toFixed(1)} ms: ${method} ${visible(path)}`
}

/** Waits for a signal, for a state that cannot be written, or for the end of the npm that has started this process. */
async function untilEnd(failure: AbortSignal): Promise<number> {
  const interruption = interruptible()
  const orphaned = new AbortController()
  const unwatch = watchNpm(() => orphaned.abort())
  const end = AbortSignal.any([interruption.signal, failure, orphaned.signal])
  if (!end.aborted) await once(end, 'abort')
  unwatch()
  if (failure.aborted) throw new CommandError(`--state: ${failure.reason?.message ?? failure.reason}`)
  return interruption.exitCode
}
