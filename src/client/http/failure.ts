import type { ApiMessage } from '../../../generated/schema.ts'
import {
  type ApiAnswer,
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  type FailedCall,
  InvalidResponseError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from '../errors.ts'
import { retryAfter } from './backoff.ts'
import type { Exchange, Reply } from './exchange.ts'
import { nameOf } from './naming.ts'
import { redact, safeCause, secretsOf, textOf } from './redact.ts'

const longestExcerpt = 200
const longestMessage = 1_000
const mostErrors = 20

const refusals: Record<number, [typeof ApiError, string]> = {
  400: [BadRequestError, 'Bad Request'],
  401: [AuthenticationError, 'Unauthorized'],
  403: [PermissionDeniedError, 'Forbidden'],
  404: [NotFoundError, 'Not Found'],
  409: [ConflictError, 'Conflict'],
  429: [RateLimitError, 'Too Many Requests'],
}

/** The API refused or failed. */
export function apiError(reply: Reply): ApiError {
  const { exchange, status, headers, body } = reply
  const secrets = secretsOf(exchange)
  const [Refusal, phrase] = refusals[status] ?? [status < 500 ? ApiError : ServerError, '']
  const listed = listedErrors(body, secrets)
  const said = listed.errors.map(({ code, message }) => [code, message].filter(Boolean).join(' '))
  const detail = said.join('; ') || excerpt(body, secrets)
  const answer: ApiAnswer = {
    status,
    ...listed,
    rayId: rayIdOf(reply),
    retryAfter: retryAfter(headers.get('retry-after'), body, Date.now()),
  }
  const what = `${status} ${phrase || (reply.ok ? 'without success' : excerpt(reply.statusText, secrets))}`.trim()
  const wait = answer.retryAfter === undefined ? '' : `, retry after ${Math.ceil(answer.retryAfter)} s`
  const outcome = status < 500 && status !== 408 ? 'rejected' : 'unknown'
  return new Refusal(
    ...telling(exchange, `${what}${detail && ` (${detail.slice(0, longestExcerpt)})`}${wait}`, outcome),
    answer,
  )
}

/** An answer that is no answer of the API. */
export function invalidResponse(reply: Reply, reason: string): InvalidResponseError {
  const { exchange, status } = reply
  const contentType = saidIn(reply, 'content-type')
  const secrets = secretsOf(exchange)
  const body = excerpt(reply.body, secrets)
  const what = `${status} ${excerpt(reason, secrets)}${body && `: ${JSON.stringify(body)}`}`
  return new InvalidResponseError(...telling(exchange, what, 'unknown'), { status, contentType, body })
}

/** An answer that sends the call elsewhere, where no API call has any business. */
export function redirected(reply: Reply): InvalidResponseError {
  const location = saidIn(reply, 'location') ?? ''
  const { url } = reply.exchange
  const target =
    location && URL.canParse(location, url) ? new URL(location, url).origin : 'an address that is not shown'
  return invalidResponse(reply, `redirects to ${target}, which an API call never follows`)
}

/** No answer came in time. */
export function timedOut(exchange: Exchange): TimeoutError {
  return new TimeoutError(...telling(exchange, `no complete answer within ${exchange.timeout} ms`, 'unknown'))
}

/** No answer came at all. */
export function notConnected(exchange: Exchange, cause: unknown): ConnectionError {
  const secrets = secretsOf(exchange)
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  const what = `the connection failed (${excerpt(textOf(inner), secrets)})`
  return new ConnectionError(...telling(exchange, what, 'unknown'), { cause: safeCause(cause, secrets) })
}

function telling(exchange: Exchange, what: string, outcome: FailedCall['outcome']): [string, FailedCall] {
  const { method, attempts } = exchange
  const { operation, path, shortPath } = nameOf(exchange)
  const tries = attempts > 1 ? `, after ${attempts} attempts` : ''
  return [`${operation}: ${what}${tries} [${method} ${shortPath}]`, { operation, method, path, attempts, outcome }]
}

function listedErrors(body: string, secrets: string[]): Pick<ApiAnswer, 'errors' | 'messages'> {
  let json: Record<string, unknown> = {}
  try {
    json = Object(JSON.parse(body))
  } catch {}
  const problem = [json.detail ?? json.title].filter(isText)
  const errors = Array.isArray(json.errors) ? json.errors : problem.map((message) => ({ message }))
  return { errors: entries(errors, secrets), messages: entries(json.messages, secrets) }
}

function entries(list: unknown, secrets: string[]): Partial<ApiMessage>[] {
  if (!Array.isArray(list)) return []
  return list.slice(0, mostErrors).map((entry: Partial<ApiMessage> | null) => {
    const clean: Partial<ApiMessage> = {}
    if (typeof entry?.code === 'number') clean.code = entry.code
    const message = entry?.message ?? entry
    if (isText(message)) clean.message = redact(message, secrets).slice(0, longestMessage)
    if (Array.isArray(entry?.path))
      clean.path = entry.path
        .slice(0, mostErrors)
        .filter(isText)
        .map((part) => excerpt(part, secrets))
    return clean
  })
}

/** How Cloudflare calls the request. */
export function rayIdOf(reply: Reply): string | undefined {
  return saidIn(reply, 'cf-ray')
}

function saidIn({ exchange, headers }: Reply, name: string): string | undefined {
  const value = headers.get(name)
  return value === null ? undefined : excerpt(value, secretsOf(exchange))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

// Redacted before it is cut: half a secret is a secret.
function excerpt(body: string, secrets: string[]): string {
  return redact(body, secrets).slice(0, longestExcerpt)
}
