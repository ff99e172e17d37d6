import type { FetchResponse, RequestBodyOption } from 'openapi-fetch'
import { operations as table } from '../../generated/operations.ts'
import type { operations } from '../../generated/schema.ts'
import { type Call, fillPath, type Reply, type Sender, toUrl } from './http/call.ts'
import { type Envelope, parseEnvelope } from './http/envelope.ts'
import { invalidResponse } from './http/failure.ts'
import { send } from './http/send.ts'
import { createList, type List } from './list.ts'
import {
  type CallOptions,
  checkAccountId,
  checkObject,
  checkQuery,
  type ListOptions,
  parseCallOptions,
  type Settings,
} from './options.ts'

type OperationId = keyof typeof table & keyof operations

type ListId = Extract<OperationId, `list${string}`>

type Query<Id extends OperationId> = operations[Id]['parameters']['query']

/** What a list can be narrowed to; `undefined` is as good as absent. */
export type ListQuery<Id extends ListId> = {
  [Name in keyof NonNullable<Query<Id>>]?: NonNullable<Query<Id>>[Name] | undefined
}

/** What an operation takes beside the account, as the API reference has it. */
type Input<Id extends OperationId> = Omit<operations[Id]['parameters']['path'], 'account_id'> &
  RequestBodyOption<operations[Id]> & { query?: Query<Id> }

/** The envelope that an operation responds with. */
type Output<Id extends OperationId> = NonNullable<FetchResponse<operations[Id], object, 'application/json'>['data']>

type Result<Id extends OperationId> = Output<Id> extends { result: infer R } ? R : never

type Item<Id extends OperationId> = Result<Id> extends (infer I)[] ? I : never

/** Calls an operation by its operationId. */
export interface Caller {
  /** Resolves to the `result` of the envelope. */
  call<Id extends OperationId>(id: Id, input: Input<Id>, options?: CallOptions): Promise<Result<Id>>
  /** Lists what the operation has page by page. */
  list<Id extends ListId>(id: Id, query: ListQuery<Id> | undefined, options?: ListOptions): List<Output<Id>, Item<Id>>
}

interface AnyInput {
  id?: string
  query?: object | undefined
  body?: unknown
}

export function createCaller(settings: Settings, sender: Sender): Caller {
  const toCall = (id: OperationId, input: AnyInput, options: ListOptions | undefined) =>
    prepare(settings, id, input, options)
  return {
    // Here, and here alone, a response is believed to be what the API reference says: ./contract checks it.
    call: async (id, input, options) =>
      parseEnvelope<Envelope<never>>(await send(toCall(id, input, options), sender), isObject).result,
    list: (id, query, options) => {
      const pace = { until: 0 }
      let reply: Reply
      const fetchPage = async (page?: number, signal?: AbortSignal) => {
        const call = toCall(id, { query: page === undefined ? query : { ...query, page } }, options)
        reply = await send({ ...call, pace, signal: signal ?? call.signal }, sender)
        return parseEnvelope<never>(reply, isList)
      }
      return createList<never, never>(fetchPage(), query, {
        fetchPage,
        failure: (reason) => invalidResponse({ ...reply, body: '' }, `but ${reason}`),
        signal: options?.signal,
        concurrency: options?.concurrency ?? 1,
      })
    },
  }
}

function prepare(settings: Settings, id: OperationId, input: AnyInput, options: ListOptions | undefined): Call {
  const operation = table[id]
  const { signal, timeout, maxRetries, headers, accountId } =
    options === undefined ? settings : parseCallOptions(options, settings)
  const body = 'body' in input ? toJson(input.body) : undefined
  if (input.query !== undefined) checkQuery(input.query)
  checkAccountId(accountId)
  const path = fillPath(operation.path, { account_id: accountId, id: input.id })
  return {
    operation,
    path,
    url: toUrl(settings.baseUrl, path, input.query),
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body,
    signal,
    timeout,
    maxRetries,
    sources: settings.sources,
    attempts: 0,
    uncertain: false,
    sentAt: 0,
    tokens: settings.tokens,
  }
}

function toJson(body: unknown): string {
  checkObject('body', body)
  try {
    return JSON.stringify(body)
  } catch (error) {
    throw new TypeError(`body: ${error instanceof Error ? error.message : 'cannot be written as JSON'}`)
  }
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
