import { permissions } from '../../../generated/operations.ts'
import {
  ApiError,
  type ApiErrorDetail,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  type FailedCall,
  InvalidResponseError,
  McpPortalsError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from '../errors.ts'
import { parseUrl } from '../options.ts'
import { type Call, isRead, type Reply, toShownPath } from './call.ts'
import { createShow, findSecrets, parseJson, type Show } from './redact.ts'
import { parseRetryAfter } from './retry.ts'

const maxExcerpt = 200
const maxMessage = 1_000
const maxErrors = 20

const refusals: Record<number, [typeof ApiError, string]> = {
  400: [BadRequestError, 'Bad Request'],
  401: [AuthenticationError, 'Unauthorized'],
  403: [PermissionDeniedError, 'Forbidden'],
  404: [NotFoundError, 'Not Found'],
  407: [ApiError, 'Proxy Authentication Required'],
  409: [ConflictError, 'Conflict'],
  429: [RateLimitError, 'Too Many Requests'],
}

/** Codes of Cloudflare's errors that a person can act on. */
const noRoute = 7003
const badHeaders = 6003
const unauthorised = 10000

/** The API refused or failed. */
export function apiError(reply: Reply): ApiError {
  const { call, status, body, response } = reply
  const show = toShow(call)
  const { errors, messages } = parseErrors(body, call, show)
  const isNoRoute = errors.some(({ code }) => code === noRoute)
  const [Refusal, phrase] = refusals[status] ?? [status < 500 ? ApiError : ServerError, '']
  const name = phrase || (status < 300 ? 'without success' : toExcerpt(response.statusText ?? '', show))
  const detail = errors.map(toSentence).filter(Boolean).join('; ') || toExcerpt(body, show)
  const retryAfter = parseRetryAfter(reply.headers.get('retry-after'), body, Date.now())
  const what = [
    `${status} ${name}`.trim() + (detail && ` (${toPlain(detail).slice(0, 2 * maxExcerpt)})`),
    ...toAdvice(call, status, errors),
    ...(retryAfter === undefined ? [] : [`retry after ${Math.ceil(retryAfter)} s`]),
  ]
  const failed = describe(call, what.join(', '))
  const Kind = Refusal === NotFoundError && isNoRoute ? ApiError : Refusal
  return new Kind(...failed, { status, errors, messages, rayId: toRayId(reply), retryAfter })
}

/** The response is not the API's. */
export function invalidResponse(reply: Reply, reason: string): InvalidResponseError {
  const { call, status } = reply
  const show = toShow(call)
  const body = toExcerpt(reply.body, show)
  const what = `${status} ${reason}${body && `: ${JSON.stringify(body)}`}${toSource(', the base URL is from', call.sources.baseUrl)}`
  const contentType = showHeader(reply, 'content-type')
  return new InvalidResponseError(...describe(call, what, !isRead(call.operation)), { status, contentType, body })
}

/** The response sends the call elsewhere, where no API call has any business. */
export function redirected(reply: Reply): InvalidResponseError {
  const location = parseUrl(showHeader(reply, 'location') ?? '', reply.call.url)
  const target = location && reply.headers.get('location') ? location.origin : 'an address that is not shown'
  return invalidResponse(reply, `redirects to ${target}, which an API call never follows`)
}

/** No response arrived in time. */
export function timedOut(call: Call): TimeoutError {
  return new TimeoutError(...describe(call, `no complete response within ${call.timeout} ms`))
}

/** No response arrived at all. */
export function notConnected(call: Call, thrown: unknown): ConnectionError {
  const show = toShow(call)
  const cause = copyError(thrown, show)
  // Node has an error without a message for 407 Proxy Authentication Required.
  const why = [cause.cause?.code, cause.cause?.message, cause.code, cause.message].find((text) => text && isText(text))
  const reason = `the connection to ${parseUrl(call.url)?.host} failed (${toPlain(String(why ?? 'no reason given'))})`
  const failed = describe(call, reason + toSource(', the base URL is from', call.sources.baseUrl))
  return new ConnectionError(...failed, { cause })
}

/** The given fetch resolved to what nobody can read: a mistake in a program or in a test. */
export function noResponse(call: Call, given: unknown, lacks = 'text()'): McpPortalsError {
  const what = typeof given === 'object' && given ? `an object without ${lacks}` : String(given)
  return new McpPortalsError(
    ...describe(call, `the given fetch resolved to ${toExcerpt(what, toShow(call))}, not to a response`),
  )
}

/** The identifier that Cloudflare gave the request. */
export function toRayId(reply: Reply): string | undefined {
  return showHeader(reply, 'cf-ray')
}

function describe(call: Call, what: string, uncertain = call.uncertain): [string, FailedCall] {
  const { attempts } = call
  const { name: operation, method } = call.operation
  const path = toShownPath(call)
  const tried = attempts > 1 ? `, after ${attempts} attempts` : ''
  const outcome = uncertain ? 'unknown' : 'rejected'
  return [`${operation}: ${what}${tried} [${method} ${path}]`, { operation, method, path, attempts, outcome }]
}

/** What a person can do about it, beyond what the API says. */
function toAdvice({ sources, operation }: Call, status: number, errors: ApiErrorDetail[]): string[] {
  const has = (code: number) => errors.some((error) => error.code === code)
  const advice: string[] = []
  if (status === 403 || has(unauthorised)) {
    advice.push(`the token needs the permission "${permissions[isRead(operation) ? 'read' : 'write']}"`)
  }
  if (status === 401 || status === 403 || has(unauthorised) || has(badHeaders)) {
    advice.push(toSource('the token is from', sources.apiToken))
  }
  if (has(noRoute)) advice.push(`check the account id${toSource(', which is from', sources.accountId)}`)
  return advice.filter(Boolean)
}

function toSource(text: string, variable: string | undefined): string {
  return variable ? `${text} ${variable}` : ''
}

function parseErrors(body: string, call: Call, show: Show): Pick<ApiError, 'errors' | 'messages'> {
  const json: Record<string, unknown> = Object(parseJson(body))
  const problem = [json.detail ?? json.title].filter(isText)
  const errors = Array.isArray(json.errors) ? json.errors : problem.map((message) => ({ message }))
  // A step that names a field of the sent body is no secret, whatever the token is.
  const showStep: Show = (step) => (call.body?.includes(`${JSON.stringify(step)}:`) ? step : toExcerpt(step, show))
  return { errors: toDetails(errors, show, showStep), messages: toDetails(json.messages, show, showStep) }
}

function toDetails(list: unknown, show: Show, showStep: Show, depth = 0): ApiErrorDetail[] {
  if (!Array.isArray(list)) return []
  return list.slice(0, maxErrors).map((entry) => {
    const { code, message = entry, path, source, error_chain, documentation_url } = Object(entry)
    const detail: ApiErrorDetail = {}
    if (typeof code === 'number') detail.code = code
    if (isText(message)) detail.message = show(message).slice(0, maxMessage)
    if (Array.isArray(path)) detail.path = path.slice(0, maxErrors).filter(isText).map(showStep)
    if (isText(source?.pointer)) {
      detail.source = { pointer: source.pointer.split('/').slice(0, maxErrors).map(showStep).join('/') }
    }
    if (Array.isArray(error_chain) && depth < 3) detail.error_chain = toDetails(error_chain, show, showStep, depth + 1)
    if (isText(documentation_url)) detail.documentation_url = toExcerpt(documentation_url, show)
    return detail
  })
}

function toSentence({ code, message, path, source, error_chain, documentation_url }: ApiErrorDetail): string {
  const place = source?.pointer ?? path?.join('.')
  const chain = error_chain?.map(toSentence).filter(Boolean).join(', ')
  return [
    [code, message].filter(Boolean).join(' '),
    place && ` at ${place}`,
    chain && `: ${chain}`,
    documentation_url && `, see ${documentation_url}`,
  ]
    .filter(Boolean)
    .join('')
}

/** A header of a response, with no secret in it. */
export function showHeader({ call, headers }: Reply, name: string): string | undefined {
  const value = headers.get(name)
  return value === null ? undefined : toExcerpt(value, toShow(call))
}

interface ErrorCopy extends Error {
  code?: unknown
  cause?: ErrorCopy
}

/** The error that a fetch threw, without whatever it holds beside: the request, its headers, half of the program. */
function copyError(thrown: unknown, show: Show, depth = 0): ErrorCopy {
  const { message, cause, ...fields } = readThrown(thrown)
  const text = [message, thrown].find(isText) ?? typeof thrown
  const copy = new Error(toExcerpt(text, show)) as ErrorCopy
  // Not enumerable, as that of every error.
  if (cause && depth < 3) Object.defineProperty(copy, 'cause', { value: copyError(cause, show, depth + 1) })
  for (const [name, value] of Object.entries(fields)) {
    if (isText(value)) Object.assign(copy, { [name]: toExcerpt(value, show) })
    else if (typeof value === 'number') Object.assign(copy, { [name]: value })
  }
  return copy
}

/** What is shown of a thrown value; nothing where a getter of it throws. */
function readThrown(thrown: unknown): Record<string, unknown> {
  try {
    const { name, message, code, syscall, address, port, cause } = Object(thrown)
    // Not `instanceof Error`, which knows no error of another realm.
    return { name, message, code, syscall, address, port, cause: isText(Object(cause).message) && cause }
  } catch {
    return {}
  }
}

function toShow({ headers, body, tokens }: Call): Show {
  return createShow(findSecrets({ headers, body, tokens }))
}

// Shown or not before it is cut: half a secret is a secret.
function toExcerpt(text: string, show: Show): string {
  return show(text).slice(0, maxExcerpt)
}

/** On one line, with nothing that a terminal obeys. */
function toPlain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
