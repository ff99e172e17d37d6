import { createFinalURL, createQuerySerializer } from 'openapi-fetch'
import type { Operation } from '../../../generated/operations.ts'
import type { Hooks, RequestEvent } from '../hooks.ts'
import { type ApiToken, encode, type Sources } from '../options.ts'
import type { Clock } from './clock.ts'
import type { FetchResponse, ResponseHeaders } from './fetch.ts'
import { createShow, findSecrets } from './redact.ts'

/** A request on its way, from the first attempt to the last. */
export interface Call {
  readonly operation: Operation
  /** The path below the base URL, its parameters filled in. */
  readonly path: string
  readonly url: string
  /** Names in lower case. */
  readonly headers: Record<string, string>
  /** What is sent, as text; undefined for none. */
  readonly body: string | undefined
  readonly signal: AbortSignal | undefined
  /** Milliseconds for one attempt. */
  readonly timeout: number
  readonly maxRetries: number
  /** Where several calls are slowed down together: when the next attempt may be sent, in milliseconds since 1970. */
  readonly pace?: { until: number }
  /** Environment variables that account, token and base URL came from. */
  readonly sources: Sources
  /** Attempts so far. */
  attempts: number
  /** Whether an attempt may have changed something without this client knowing it. */
  uncertain: boolean
  /** When the last attempt was sent, in milliseconds since 1970. */
  sentAt: number
  /** Every token that an attempt carried. */
  tokens: readonly string[]
}

/** Its response, body read. */
export interface Reply<R extends FetchResponse = FetchResponse> {
  readonly call: Call
  readonly status: number
  readonly headers: ResponseHeaders
  readonly body: string
  /** As the fetch returned it. */
  readonly response: R
  /** Ends the time limit of a body that is left for whoever takes the response; there where one runs. */
  close?: () => void
}

/** What a client sends with. */
export interface Sender<R extends FetchResponse = FetchResponse> {
  fetch(call: Call, headers: Record<string, string>, signal: AbortSignal | undefined): Promise<R>
  /** Reads of a response what retries need, where its body is left for whoever takes it; else the whole body is read. */
  peek?(response: R): Promise<string>
  apiToken: ApiToken
  hooks: Hooks
  clock: Clock
  /** Receives every response, retried or not. */
  onReply(reply: Reply): void
}

/** Whether a call changes nothing, whatever becomes of it. */
export function isRead({ method }: { method: string }): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** What hooks learn of a call. */
export function toEvent(call: Call): RequestEvent {
  const { name, method } = call.operation
  return { operation: name, method, path: toShownPath(call), attempt: call.attempts }
}

/** The path of a call with no secret among its parameters. */
export function toShownPath({ operation, path, ...carried }: Call): string {
  const show = createShow(findSecrets(carried))
  const names = operation.path.split('/')
  const segments = path.split('/')
  return segments.map((segment, at) => (segment === names[at] ? segment : show(segment))).join('/')
}

const querySerializer = createQuerySerializer()

/** The address of a path that is filled already. */
export function toUrl(baseUrl: string, path: string, query: object | undefined): string {
  const params = query ? { query: { ...query } } : {}
  return createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer: fillPath })
}

/** Fills a path with ids, each of which stays exactly one segment. Throws a `TypeError` that names the id. */
export function fillPath(template: string, ids: Record<string, unknown>): string {
  // No regular expression: this is a tenth of what a call takes.
  let path = ''
  let from = 0
  for (let to = template.indexOf('}'); to >= 0; to = template.indexOf('}', from)) {
    const start = template.indexOf('{', from)
    const name = template.slice(start + 1, to)
    const shown = name === 'account_id' ? 'accountId' : name
    path += template.slice(from, start) + checkSegment(shown, encode(shown, ids[name]))
    from = to + 1
  }
  return path + template.slice(from)
}

/** Refuses what is no segment of a path, and returns the rest as it is. */
export function checkSegment<Segment>(name: string, segment: Segment): Segment {
  // A URL takes a segment of dots as a step up, and an empty one as the collection.
  if (segment === '' || segment === '.' || segment === '..')
    throw new TypeError(`${name}: '${segment}' cannot be a part of a path`)
  return segment
}
