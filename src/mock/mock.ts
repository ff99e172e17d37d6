import { findOperation } from '../contract/operation.ts'
import { type Account, toAccount, toState } from './api/account.ts'
import { handle } from './api/handler.ts'
import { noRoute, type Reply, refuseAs, unauthorized } from './api/reply.ts'
import type { AccountState, MockState } from './api/types.ts'
import { createWorld } from './api/world.ts'
import { checkOptions } from './check-options.ts'
import { DroppedConnection, type Fault, Faults, parsePrefer } from './faults.ts'
import type { MockOptions } from './options.ts'
import { type MockRequest, Requests } from './requests.ts'
import { toReference, toResponse, wait } from './response.ts'
import { checkState, createStart } from './start.ts'

/** An API of the same behaviour, in this process. */
export interface Mock {
  /** A fetch that reaches the mock, whatever the host of the URL. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /**
   * Lets something go wrong, once unless `times` says how often.
   *
   * @throws {TypeError} A field of the fault is wrong.
   */
  fault(fault: Fault): void
  /** A copy of what each account holds, which can be kept as JSON. It holds no credential. */
  state(): MockState
  /** The requests so far, the last thousand of them. */
  readonly requests: readonly MockRequest[]
  /**
   * Goes back to the start, or to a state: requests are forgotten, and of the faults those of the options are left.
   *
   * @throws {TypeError} It is not what `state()` returns.
   */
  reset(state?: MockState): void
}

/**
 * Creates a mock of the API that remembers: what is created is listed, what is updated is read so, what is deleted is not
 * found. It needs no port and no Node. How it behaves, and how sure each rule is: docs/mock.md.
 *
 * @throws {TypeError} An option is wrong; the message names it.
 * @example
 * ```ts
 * import { createClient } from 'cloudflare-mcp-portals'
 * import { createMock } from 'cloudflare-mcp-portals/mock'
 *
 * const mock = createMock({ upstream: { 'https://docs.example.com/mcp': { tools: [{ name: 'search' }] } } })
 * const mcp = createClient({ fetch: mock.fetch, accountId: 'any', apiToken: 'any' })
 * mock.fault({ operation: 'createServer', status: 503 })
 * ```
 */
export function createMock(options: MockOptions = {}): Mock {
  checkOptions(options)
  const world = createWorld(options)
  const start = createStart(world, options)
  const { latency = 0, onRequest = () => {} } = options
  const faults = new Faults()
  const requests = new Requests()
  let accounts = new Map<string, Account>()
  let rays = 0

  function reset(state: MockState = options.state ?? {}): void {
    checkState(state)
    accounts = new Map(Object.entries(structuredClone(state)).map(([id, held]) => [id, toAccount(held)]))
    requests.clear()
    faults.clear()
    for (const fault of options.faults ?? []) faults.add(fault)
  }

  function findAccount(id: string): Account {
    const account = accounts.get(id) ?? toAccount(structuredClone(start))
    accounts.set(id, account)
    return account
  }

  function respond(request: Request, url: URL, match: ReturnType<typeof findOperation>, text: string): Reply {
    if (!isAuthorized(request.headers, options.token)) return unauthorized()
    if (typeof match !== 'object') return noRoute(url.pathname)
    const account = findAccount(match.pathParameters.account_id ?? '')
    const reply = handle({ account, world, match, query: url.searchParams, text })
    if (options.edition !== 'reference') return reply
    return toReference(match, reply)
  }

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const begin = performance.now()
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined)
    signal?.throwIfAborted()
    const request = new Request(input, { ...init, signal: null })
    const url = new URL(request.url)
    const text = await request.text()
    const match = findOperation(request.method, url.pathname)
    const operation = typeof match === 'object' ? match.operation.operationId : undefined
    const fault = faults.take(operation) ?? parsePrefer(request.headers.get('Prefer'))
    const entry = requests.add({ operation, method: request.method, url, text })
    try {
      await wait(latency + (fault?.delay ?? 0), signal)
      if (fault?.drop === 'before') throw new DroppedConnection()
      const status = findStatus(fault)
      const reply = status === undefined ? respond(request, url, match, text) : refuseAs(status)
      if (fault?.drop === 'after') throw new DroppedConnection()
      entry.status = reply.status
      return toResponse(reply, fault, toRay(++rays), signal)
    } finally {
      entry.duration = performance.now() - begin
      await onRequest(entry)
    }
  }

  reset()
  return { fetch, fault: (fault) => faults.add(fault), state, requests: requests.list, reset: (to) => reset(to) }

  function state(): MockState {
    const held = [...accounts].map(([id, account]): [string, AccountState] => [id, toState(account)])
    return structuredClone(Object.fromEntries(held))
  }
}

function isAuthorized(headers: Headers, token: string | undefined): boolean {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get('Authorization') ?? '')?.[1]
  const key = headers.get('X-Auth-Email') && headers.get('X-Auth-Key')
  const given = bearer ?? key
  return Boolean(given) && (token === undefined || given === token)
}

function findStatus({ status, html, retryAfter }: Fault = {}): number | undefined {
  return status ?? (html ? 502 : retryAfter === undefined ? undefined : 429)
}

/** Of the form of Cloudflare's, and the same in every run. */
function toRay(count: number): string {
  return `${count.toString(16).padStart(16, '0')}-MCK`
}
