import { latestOperations, operations } from '../../../generated/operations.ts'
import {
  ApiError,
  createClient,
  type FetchInit,
  type FetchResponse,
  type McpPortals,
  type RequestEvent,
  type ResponseEvent,
} from '../../client/index.ts'
import { type ContractViolationError, contractFetch, type UndocumentedFinding } from '../../contract/index.ts'
import type { VerifyOptions } from '../options.ts'
import { toFailure } from './failure.ts'
import { fill, keep } from './fill.ts'
import { fromContract, withoutAccount } from './from-contract.ts'
import { readCopy } from './limit.ts'
import { because, type Message, say } from './messages.ts'
import type { CaseResult, Exchange, Finding, FindingKind } from './result.ts'
import { Secrets } from './secrets.ts'

/** One thing that a server has to do. */
export interface Case {
  name: string
  run(): Promise<void>
  /** Why it cannot be run, where something that it builds on went wrong. */
  lacks?: () => string | undefined
  /** Whether it compares responses with one another, which says nothing of a mock that responds with examples. */
  needsState?: boolean
  /** Whether it runs even when the run is over. */
  always?: boolean
}

/** That there is nothing to check. */
class Skipped extends Error {}

/** That a case is not run, or not to its end. */
class NotRun extends Error {}

const ids = new Map<string, string>(
  Object.entries({ ...operations, ...latestOperations }).map(([id, { name }]) => [name, id]),
)
const maxFindings = 20

/** The server under test, and what is found out about it. */
export class Run {
  readonly mcp: McpPortals
  /** For calls that only read: they end when the run is interrupted. */
  readonly signal: AbortSignal | undefined
  /** Whether it responds with examples, and keeps nothing that it is sent. */
  readonly isStateless: boolean
  readonly hints = new Set<string>()
  /** What was in the account before anything was created: none of it may ever be deleted. */
  readonly idsBefore = new Set<string>()
  readonly secrets: Secrets
  readonly #known = new Set<string>()
  #current: CaseResult = { name: '', findings: [] }
  /** Whether exchanges are held to the contract: not those of the clean-up, which is about something else. */
  isChecking = true
  #exchange: Exchange = {}
  /** Whether any response came that is one of this API. */
  #isReached = false
  /** Why the run is over. */
  #over: string | undefined
  #requestIsWrong = false

  constructor({ client, edition, stateless = false, signal }: VerifyOptions) {
    const send = client.fetch ?? ((url, init) => fetch(url, init))
    const checked = contractFetch(
      async (url: string, init: FetchInit): Promise<FetchResponse> => this.#watched(await send(url, init)),
      {
        baseUrl: client.baseUrl,
        edition,
        onViolation: (violation) => this.#onViolation(violation),
        onUndocumented: (finding) => this.#onUndocumented(finding),
      },
    )
    const hooks = {
      request: (event: RequestEvent) => this.#onExchange(event),
      response: (event: ResponseEvent) => this.#onExchange(event),
    }
    this.mcp = createClient({ ...client, fetch: checked, hooks })
    this.isStateless = stateless
    this.signal = signal
    this.secrets = new Secrets(client.apiToken ?? process.env.CLOUDFLARE_API_TOKEN)
  }

  /** Runs a case, and resolves to what came of it. */
  async perform({ name, run, lacks, always = false }: Case): Promise<CaseResult> {
    const result: CaseResult = { name, findings: [] }
    this.#current = result
    if (always) this.#over = undefined
    const missing = this.#over ?? lacks?.()
    if (missing !== undefined) return { ...result, notRun: missing }
    const start = performance.now()
    try {
      await run()
    } catch (error) {
      this.#onError(error)
    }
    result.duration = performance.now() - start
    return result
  }

  /** Calls, unless the run is over. */
  async call<T>(call: () => Promise<T>): Promise<T> {
    this.mustGoOn()
    const value = await call()
    this.#isReached = true
    return value
  }

  /** Throws where the run is over. */
  mustGoOn(): void {
    if (this.signal?.aborted) this.end(because('interrupted', {}))
    if (this.#over !== undefined) throw new NotRun(this.#over)
  }

  /** Something has to be so. A server that keeps nothing is not held to it. */
  expect(isSo: boolean, otherwise: () => Message): void {
    if (!isSo && !this.isStateless) this.report('violation', otherwise())
  }

  /** The server has to refuse a call with one of these statuses. The request itself may be wrong. */
  async expectRefusal(statuses: number[], call: () => Promise<unknown>): Promise<void> {
    if (this.isStateless) return
    const expected = statuses.join(' or ')
    this.#requestIsWrong = true
    try {
      await this.call(call)
      this.report('violation', say('wrong-status', { ...this.#said(), expected }))
    } catch (error) {
      if (!(error instanceof ApiError) || error.status >= 500 || isOver(error)) throw error
      this.#isReached = true
      if (!statuses.includes(error.status)) {
        this.report('violation', say('wrong-status', { ...this.#said(), expected }))
      }
    } finally {
      this.#requestIsWrong = false
    }
  }

  /** Ends the run before its next call. */
  end(reason: string): void {
    this.#over ??= reason
  }

  /** Ends the case: there is nothing to check. */
  skip(reason: string): never {
    throw new Skipped(reason)
  }

  /** Ends the case: the rest of it cannot be checked. */
  giveUp(message: Message): never {
    this.report('unchecked', message)
    throw new NotRun('')
  }

  /** The latest request and, once it is there, its response. */
  get latest(): Exchange {
    return this.#exchange
  }

  /** Adds a finding to the case, once. */
  report(kind: FindingKind, message: Message): void {
    const { expected, received } = message.values
    this.#add({
      kind,
      code: message.code,
      message: fill(message, this.secrets),
      ...(message.exchange ?? this.#exchange),
      ...('expected' in message.values && { expected: keep(expected, this.secrets.show) }),
      ...('received' in message.values && { received: keep(received, this.secrets.show) }),
    })
  }

  /** The operation of the latest exchange, and the status of its response. */
  #said() {
    return { operation: this.#exchange.operationId, received: this.#exchange.status }
  }

  #add(finding: Finding): void {
    const { findings } = this.#current
    if (findings.length < maxFindings && findings.every(({ message }) => message !== finding.message))
      findings.push(finding)
  }

  #onExchange({ operation, method, path, status }: RequestEvent & { status?: number }) {
    this.#exchange = {
      operationId: ids.get(operation) ?? operation,
      method,
      path: this.secrets.showPath(withoutAccount(path)),
      status,
    }
  }

  async #watched(response: FetchResponse): Promise<FetchResponse> {
    const text = response instanceof Response ? await readCopy(response) : ''
    if (this.isChecking && this.secrets.hasCredentials(text)) {
      this.report('violation', say('shows-credentials', { operation: this.#exchange.operationId }))
    }
    return response
  }

  #onViolation(violation: ContractViolationError): void {
    if (!this.isChecking || (this.#requestIsWrong && violation.side === 'request')) return
    // Once in a run: a list of a hundred items has the same to say a hundred times, and so has every read of a server.
    if (this.#isNew(toKind(violation))) this.#add(fromContract('violation', violation))
  }

  #onUndocumented(finding: UndocumentedFinding): void {
    if (this.isChecking && this.#isNew(toKind(finding))) this.#add(fromContract('undocumented', finding))
  }

  #isNew(key: string): boolean {
    return !this.#known.has(key) && this.#known.add(key) !== undefined
  }

  #onError(error: unknown): void {
    const result = this.#current
    if (error instanceof Skipped) result.skipped = error.message
    else if (error instanceof NotRun) result.notRun = error.message || undefined
    else if (this.signal?.aborted && error === this.signal.reason) result.notRun = because('interrupted', {})
    else this.#onFailure(error)
  }

  #onFailure(error: unknown): void {
    const result = this.#current
    const { kind, message, isFatal } = toFailure(error, this.#exchange.operationId, !this.#isReached)
    // Whatever the check of the contract found in the response of another server means nothing.
    if (isFatal && !this.#isReached) result.findings = []
    // A response that breaks the spec has been reported already.
    if (kind === 'unchecked' || result.findings.every((finding) => finding.kind !== 'violation'))
      this.report(kind, message)
    if (isFatal) this.end(because('fatal', {}))
  }
}

/** The same for each item of a list, and for each request of an operation. */
function toKind(finding: ContractViolationError | UndocumentedFinding): string {
  const { operationId, side, status, place, pointer, expected, received } = finding
  const anywhere = pointer.replace(/\/\d+(?=\/|$)/g, '/0')
  return [operationId, side, status, place, anywhere, expected, received].join(' ')
}

const isOver = (error: ApiError): boolean => toFailure(error, undefined, false).isFatal
