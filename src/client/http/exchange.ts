/**
 * One call on its way through the layers. openapi-fetch makes it in place of a `Request`, which costs more than the rest
 * of a call, and which would have to be cloned for each repetition, and gets it back in place of a `Response`: it would
 * parse an error's body a first time, and swallow a rejection whose reason is falsy.
 */
export class Exchange {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string | undefined
  readonly signal: AbortSignal | undefined
  /** Milliseconds for one try. */
  readonly timeout: number
  readonly maxRetries: number
  /** Requests sent so far. */
  attempts = 0
  /** What the token's function gave, try by try. */
  readonly tokens: string[] = []

  constructor(url: string, init: ExchangeInit) {
    this.url = url
    this.method = init.method
    this.headers = init.headers
    this.body = init.body
    this.signal = init.signal ?? undefined
    this.timeout = init.timeout
    this.maxRetries = init.maxRetries
  }

  /** That of a response without a body, which openapi-fetch hands on as it is. */
  get status(): number {
    return 204
  }
}

export interface ExchangeInit {
  method: string
  headers: Headers
  body?: string | undefined
  signal?: AbortSignal | null | undefined
  timeout: number
  maxRetries: number
}

/** What came back, its body read: a second `Response` around such a body would cost as much as a whole call. */
export class Reply {
  readonly exchange: Exchange
  readonly status: number
  readonly statusText: string
  readonly ok: boolean
  readonly headers: Headers
  readonly body: string

  constructor(exchange: Exchange, { status, statusText, ok, headers }: Response, body: string) {
    this.exchange = exchange
    this.status = status
    this.statusText = statusText
    this.ok = ok
    this.headers = headers
    this.body = body
  }
}

/** A fetch as the layers need it; the runtime's own is one. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>
