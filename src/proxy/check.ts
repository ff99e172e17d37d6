import type { IncomingMessage } from 'node:http'
import { checkExchange, type ExchangeCheck } from '../contract/check.ts'
import type { Standard } from '../contract/edition.ts'
import { findOperation, type Match } from '../contract/operation.ts'
import type { Exchange } from './forward.ts'
import { type RawHeaders, valuesOf } from './headers.ts'

/** Finds the operation that a request calls; undefined if it is none of this API's, or asks what a page may send. */
export function findCalled({ method = '', url = '' }: IncomingMessage): Match | 'unknown' | undefined {
  return method === 'OPTIONS' ? undefined : findOperation(method, toUrl(url).pathname)
}

/** Checks the request of an exchange. */
export async function checkSent(
  match: Match | 'unknown',
  exchange: Exchange,
  standard: Standard,
): Promise<ExchangeCheck> {
  const { method, path, requestHeaders, requestBody } = exchange
  const body = exchange.requestIsWhole ? await requestBody.decode(encodingOf(requestHeaders)) : 'unread'
  return checkExchange(match, { method, url: toUrl(path), headers: new Headers(requestHeaders), body }, standard)
}

/** Checks the response of an exchange. */
export async function checkReceived(check: ExchangeCheck, { status, responseHeaders, responseBody }: Exchange) {
  const contentType = valuesOf(responseHeaders, 'content-type').join(', ') || null
  return check.checkResponse({ status, contentType, body: await responseBody.decode(encodingOf(responseHeaders)) })
}

function toUrl(path: string): URL {
  return new URL(`http://localhost${path.startsWith('/') ? path : '/'}`)
}

function encodingOf(headers: RawHeaders): string {
  return valuesOf(headers, 'content-encoding').join(',')
}
