import type { IncomingMessage, ServerResponse } from 'node:http'
import { maxBody } from '../contract/body.ts'
import type { Finding } from '../contract/check.ts'
import type { Match } from '../contract/operation.ts'
import { checkReceived, checkSent, findCalled } from './check.ts'
import { createExchange, type Exchange, type Failure, forward } from './forward.ts'
import { describeFailure, unknownOperation } from './messages.ts'
import type { ProxyOptions } from './options.ts'
import { readAhead, refuse } from './refuse.ts'
import { Results } from './results.ts'
import type { Upstream } from './upstream.ts'

/** The exchanges of a proxy: hands each on, and checks it when it is over. */
export class Exchanges {
  readonly results = new Results()
  readonly #upstream: Upstream
  readonly #options: ProxyOptions
  readonly #open = new Set<Promise<void>>()

  constructor(upstream: Upstream, options: ProxyOptions) {
    this.#upstream = upstream
    this.#options = options
  }

  begin(message: IncomingMessage, response: ServerResponse): void {
    const match = findCalled(message)
    const exchange = createExchange(message, match ? maxBody : 0)
    const name = match && (match === 'unknown' ? unknownOperation : match.operation.operationId)
    const task = this.#pass({ exchange, match, name }, message, response).catch((error) => {
      message.socket.destroy()
      this.#fail(name, error)
    })
    this.#open.add(task)
    task.then(() => this.#open.delete(task))
  }

  /** Waits for the checks of what is over. */
  async settle(): Promise<void> {
    await Promise.all(this.#open)
  }

  async #pass({ exchange, match, name }: Called, message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = match && this.#options.refuse ? await readAhead(exchange, message, response) : undefined
    if (match && name && body) {
      const { request } = await checkSent(match, exchange, this.#options.standard)
      const violations = request.filter(({ kind }) => kind === undefined)
      if (violations.length > 0) {
        this.#add(name, request)
        refuse(response, violations)
        return
      }
    }
    const { timeout } = this.#options
    const failure = await forward(exchange, { message, response, upstream: this.#upstream, timeout, body })
    if (failure !== undefined) this.#fail(name, failure)
    if (!match || !name) this.results.others++
    else {
      const check = await checkSent(match, exchange, this.#options.standard)
      const received = failure === undefined ? await checkReceived(check, exchange) : []
      this.#add(name, [...check.request, ...received])
    }
  }

  #add(name: string, findings: Finding[]): void {
    for (const found of this.results.add(name, findings)) this.#options.onFound?.(found)
  }

  #fail(name: string | undefined, failure: Failure): void {
    if (failure === 'client') return
    const { timeout, onFailure } = this.#options
    onFailure?.(describeFailure(failure, timeout, name))
  }
}

interface Called {
  exchange: Exchange
  /** Undefined for a path that is not of this API. */
  match: Match | 'unknown' | undefined
  name: string | undefined
}
