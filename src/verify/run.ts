import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  createClient,
  type McpPortals,
  McpPortalsError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from '../client/index.ts'
import { type ContractViolationError, contractFetch, type UndocumentedFinding } from '../contract/index.ts'
import type { VerifyOptions } from './options.ts'
import { type CaseResult, kindOf, newResult } from './result.ts'

/** One thing that a server has to do. */
export interface Case {
  name: string
  run(): Promise<void>
  /** Whether it compares answers with one another, which says nothing of a mock that answers from examples. */
  needsState?: boolean
  /** Whether it runs even when the run is over. */
  always?: boolean
}

/** After these nothing that follows could succeed. */
const fatal = [AuthenticationError, PermissionDeniedError, RateLimitError, ConnectionError, TimeoutError]

/** That a case is not run, or not to its end. */
class NotRun extends Error {}

/** The server under test, and what is found out about it. */
export class Run {
  readonly mcp: McpPortals
  /** For calls that only read: they end when the run is interrupted. */
  readonly signal: AbortSignal | undefined
  /** Whether it answers from examples, and keeps nothing that it is told. */
  readonly isStateless: boolean
  readonly #secrets: string[] = []
  readonly #known = new Set<string>()
  #current = newResult('')
  /** Why the run is over. */
  #over: string | undefined
  #requestIsWrong = false

  constructor({ client, stateless = false, signal }: VerifyOptions) {
    const send = client.fetch ?? ((url, init) => fetch(url, init))
    const checked = contractFetch(
      async (url: string, init?: RequestInit) => this.#watched(await send(url, init ?? {})),
      {
        baseUrl: client.baseUrl,
        onViolation: (violation) => this.#onViolation(violation),
        onUndocumented: (finding) => this.#onUndocumented(finding),
      },
    )
    this.mcp = createClient({ ...client, fetch: checked })
    this.isStateless = stateless
    this.signal = signal
  }

  /** Runs a case, and tells what came of it. */
  async perform({ name, run, always = false }: Case): Promise<CaseResult> {
    const result = newResult(name)
    const start = performance.now()
    this.#current = result
    if (always) this.#over = undefined
    try {
      if (this.#over) throw new NotRun(this.#over)
      await run()
    } catch (error) {
      this.#onError(error)
    }
    result.duration = performance.now() - start
    result.ok = result.violations.length === 0 && result.failure === undefined
    return result
  }

  /** Calls, unless the run is over. */
  call<T>(call: () => Promise<T>): Promise<T> {
    if (this.signal?.aborted) this.end(interrupted)
    if (this.#over) throw new NotRun(this.#over)
    return call()
  }

  /** Something has to be so. A server that keeps nothing is not held to it. */
  expect(isSo: boolean, otherwise: string): void {
    if (!isSo && !this.isStateless) this.#violate(otherwise)
  }

  /** The server has to refuse a call, whose request may be wrong. */
  async expectRefusal(what: string, statuses: number[], call: () => Promise<unknown>): Promise<void> {
    if (this.isStateless) return
    this.#requestIsWrong = true
    try {
      await this.call(call)
      this.#violate(`${what} is not refused`)
    } catch (error) {
      if (!(error instanceof ApiError && statuses.includes(error.status))) throw error
    } finally {
      this.#requestIsWrong = false
    }
  }

  /** No answer may hold this text from now on. */
  keepSecret(text: string): void {
    this.#secrets.push(text)
  }

  /** Ends the run before its next call. */
  end(reason: string): void {
    this.#over ??= reason
  }

  /** The case could not be run to its end. */
  fail(reason: string): void {
    const { failure } = this.#current
    this.#current.failure = failure === undefined ? reason : `${failure}; ${reason}`
  }

  #violate(message: string): void {
    const { violations } = this.#current
    if (violations.every((other) => other.message !== message)) violations.push({ message })
  }

  async #watched(response: Response): Promise<Response> {
    const text = this.#secrets.length > 0 ? await response.clone().text() : ''
    if (this.#secrets.some((secret) => text.includes(secret)))
      this.#violate('an answer shows the credentials of a server')
    return response
  }

  #onViolation(violation: ContractViolationError): void {
    if (this.#requestIsWrong && violation.side === 'request') return
    const { message, operationId, side, status, pointer } = violation
    // Told once in a case, and drift once in a run: a list of a hundred items has the same to say a hundred times.
    if (this.#isNew(`${this.#current.name} ${kindOf(violation)}`)) {
      this.#current.violations.push({ message, at: { operationId, side, status, pointer } })
    }
  }

  #onUndocumented(finding: UndocumentedFinding): void {
    if (this.#isNew(kindOf(finding))) this.#current.undocumented.push(finding)
  }

  #isNew(key: string): boolean {
    return !this.#known.has(key) && this.#known.add(key) !== undefined
  }

  #onError(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error)
    const isFatal = fatal.some((kind) => error instanceof kind)
    if (isFatal) this.end('not run, for an earlier case could not be')
    if (this.signal?.aborted && error === this.signal.reason) this.fail(interrupted)
    else if (error instanceof NotRun) this.fail(message)
    // That the server failed says nothing of the contract, and neither does an error of this code.
    else if (isFatal || error instanceof ServerError || !(error instanceof McpPortalsError))
      this.fail(`could not be run: ${message}`)
    // An answer that breaks the description has been told already.
    else if (this.#current.violations.length === 0) this.#violate(message)
  }
}

export const interrupted = 'not run, or not to its end: the run was interrupted'
