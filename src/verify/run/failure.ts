import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  InvalidResponseError,
  McpPortalsError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from '../../client/index.ts'
import { type Message, say } from './messages.ts'

/** What an error of a call means for the case that made it. */
export interface Failure {
  kind: 'violation' | 'unchecked'
  message: Message
  /** Whether no later request could succeed either. */
  isFatal: boolean
}

const fatal = [AuthenticationError, PermissionDeniedError, RateLimitError, ConnectionError, TimeoutError]

/**
 * What an error means.
 *
 * @param isFirst Whether the server has not yet returned a single response of this API: then it may be another server.
 */
export function toFailure(error: unknown, operation: string | undefined, isFirst: boolean): Failure {
  const message = say('failed', { operation, error: toText(error) })
  if (isFirst) {
    const wrong = toWrongServer(error, operation)
    if (wrong) return wrong
  }
  if (fatal.some((kind) => error instanceof kind)) return { kind: 'unchecked', message, isFatal: true }
  // That the server failed says nothing of the contract, and neither does an error of this code.
  if (error instanceof ServerError || !(error instanceof McpPortalsError)) {
    return { kind: 'unchecked', message, isFatal: false }
  }
  if (error instanceof InvalidResponseError && error.body === '' && error.status >= 200 && error.status < 300) {
    const expected = error.method === 'POST' ? '200 or 201' : 200
    return {
      kind: 'violation',
      message: say('no-body', { operation, received: error.status, expected }),
      isFatal: false,
    }
  }
  return { kind: 'violation', message, isFatal: false }
}

/** No list of this API is a page in HTML, a redirect or a 404. */
function toWrongServer(error: unknown, operation: string | undefined): Failure | undefined {
  if (error instanceof InvalidResponseError && !/\bjson\b/i.test(error.contentType ?? '')) {
    const values = { operation, received: error.status, type: error.contentType ?? 'no content type' }
    return { kind: 'unchecked', message: say('no-api', values), isFatal: true }
  }
  if (error instanceof ApiError && (error.status === 404 || error.status === 405)) {
    const said = error.errors.map(({ code, message }) => [code, message].filter(Boolean).join(' ')).join('; ')
    const values = { operation, received: error.status, error: said || 'nothing is there' }
    return { kind: 'unchecked', message: say('no-route', values), isFatal: true }
  }
  return undefined
}

/** The message of an error without what a finding has beside it: the name of the call, the method and the path. */
export function toText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { message } = error
  const { operation = '' } = error instanceof McpPortalsError ? error : {}
  const start = operation && message.startsWith(`${operation}: `) ? operation.length + 2 : 0
  return message.slice(start).replace(/ \[[A-Z]+ \/\S*\]$/, '')
}
