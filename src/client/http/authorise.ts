import type { Exchange } from './exchange.ts'
import { within } from './within.ts'

/** A token, a function that is asked for one before each request, or null where a proxy adds it. */
export type ApiToken = string | (() => string | Promise<string>) | null

/** Puts the token into the headers; what its function throws goes through as it is. */
export function authorise(exchange: Exchange, apiToken: ApiToken): Promise<void> | undefined {
  if (typeof apiToken !== 'function') {
    if (apiToken !== null) carry(exchange, apiToken)
    return undefined
  }
  return within(exchange.timeout, exchange.signal, async () => {
    const token = checkedToken(await apiToken())
    exchange.tokens.push(token)
    carry(exchange, token)
  })
}

function carry({ headers }: Exchange, token: string): void {
  headers.set('Authorization', `Bearer ${token}`)
}

/** The token itself, if it is one by RFC 6750; an error never quotes it. */
export function checkedToken(token: unknown): string {
  if (typeof token === 'string' && /^[\w.~+/-]+=*$/.test(token)) return token
  const what =
    typeof token !== 'string'
      ? typeof token
      : token === ''
        ? 'an empty string'
        : 'a string with characters that no token has'
  throw new TypeError(`apiToken: expected a bearer token, but it is ${what}`)
}
