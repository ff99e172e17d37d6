import { changed } from '../change.ts'
import { type Account, type ApiAnswer, type ApiRequest, handle } from './handle.ts'

/** Answers a request, in one respect otherwise than documented. */
export type Deviate = (account: Account, request: ApiRequest) => ApiAnswer

/** Whether a deviation is about a request. */
export type Is = (request: ApiRequest) => boolean

export const isList: Is = ({ method, id }) => method === 'GET' && id === undefined
export const isRead: Is = ({ method, id }) => method === 'GET' && id !== undefined
export const isCreate: Is = ({ method, id }) => method === 'POST' && id === undefined
export const isUpdate: Is = ({ method }) => method === 'PUT'
export const isDelete: Is = ({ method }) => method === 'DELETE'
export const isSync: Is = ({ sync }) => sync
export const of =
  (collection: string, is: Is): Is =>
  (request) =>
    request.collection === collection && is(request)

/** Another request is handled than was sent. */
export const asIf =
  (is: Is, other: (request: ApiRequest) => Partial<ApiRequest>): Deviate =>
  (account, request) =>
    handle(account, is(request) ? { ...request, ...other(request) } : request)

/** The answer is changed on its way. */
export const answering =
  (
    is: Is,
    change: (answer: ApiAnswer, request: ApiRequest, account: Account) => ApiAnswer,
    statuses = [200, 201],
  ): Deviate =>
  (account, request) => {
    const answer = handle(account, request)
    return is(request) && statuses.includes(answer.status) ? change(answer, request, account) : answer
  }

export const put = (pointer: string, value: unknown) => (answer: ApiAnswer) => ({
  ...answer,
  body: changed(answer.body, pointer, value),
})

/** The answer is made of something else, and nothing is done. */
export const instead =
  (is: Is, answer: (account: Account, request: ApiRequest) => ApiAnswer): Deviate =>
  (account, request) =>
    is(request) ? answer(account, request) : handle(account, request)

export const query = (change: (query: URLSearchParams) => void) => (request: ApiRequest) => {
  const copy = new URLSearchParams(request.query)
  change(copy)
  return { query: copy }
}

export const resultOf = (answer: ApiAnswer) => (answer.body as { result: Record<string, unknown>[] }).result
export const pageOf = (request: ApiRequest) => Number(request.query.get('page') ?? 1)

/** A deviation, and what has to be told of it. */
export type Deviations = Record<string, [deviate: Deviate, told: RegExp]>
