import type { Body } from './body.ts'
import { judge, type Standard } from './edition.ts'
import { type Remark, toPointer } from './finding.ts'
import { type Json, readJson } from './json.ts'
import type { Match } from './operation.ts'
import { findRemarks } from './remarks.ts'

/** A request as it is sent. */
export interface SentRequest {
  method: string
  url: URL
  headers: Headers
  body: Body
}

/** Finds what the spec does not allow in a request; what only the latest edition allows has a `kind`. */
export function checkRequest(
  { operation, pathParameters }: Match,
  { method, url, headers, body }: SentRequest,
  standard: Standard,
): Remark[] {
  return [
    ...checkOperation(operation, method, standard),
    ...findRemarks(operation.pathParameters, pathParameters, 'path'),
    ...checkQuery(operation, url.searchParams),
    ...checkBody(operation, headers, body, standard),
  ]
}

function checkOperation({ newer }: Match['operation'], received: string, standard: Standard): Remark[] {
  if (!newer || standard.edition === 'latest') return []
  const expected = 'an operation of the reference edition'
  return [{ place: 'operation', pointer: '', kind: 'operation', edition: 'latest', expected, received }]
}

/** The values of a query, those that are numbers to the operation as numbers; of a repeated name the first. */
export function readQuery({ numbers }: Match['operation'], query: URLSearchParams): Record<string, string | number> {
  const entries = [...new Set(query.keys())].map((name) => {
    const text = query.get(name) ?? ''
    return [name, numbers.includes(name) && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text] as const
  })
  return Object.fromEntries(entries)
}

function checkQuery(operation: Match['operation'], query: URLSearchParams): Remark[] {
  const names = [...new Set(query.keys())]
  const repeated = names.filter((name) => query.getAll(name).length > 1)
  return [
    ...findRemarks(operation.queryParameters, readQuery(operation, query), 'query').map(({ keyword, ...remark }) =>
      // Every value of a query is text: its type is no help, the text itself is.
      keyword === 'type' ? { ...remark, received: JSON.stringify(query.get(remark.pointer.slice(1))) } : remark,
    ),
    ...repeated.map((name): Remark => {
      const received = `${query.getAll(name).length} values`
      return { place: 'query', pointer: toPointer(name), expected: 'one value', received }
    }),
  ]
}

function checkBody({ body: validate }: Match['operation'], headers: Headers, body: Body, standard: Standard): Remark[] {
  const whole = { place: 'body', pointer: '' } as const
  const isMissing = body === undefined || body.length === 0
  if (!validate) return isMissing ? [] : [{ ...whole, expected: 'none', received: 'present' }]
  if (isMissing) return [{ ...whole, expected: 'JSON', received: 'missing' }]
  if (body === 'unread') return [unread]
  const json = readJson(body)
  if (!json) return [{ ...whole, expected: 'JSON', received: 'not JSON' }]
  return [
    ...checkContentType(headers.get('content-type')),
    ...checkRepeated(json),
    ...judge(findRemarks(validate, json.value, 'body'), 'request', standard),
  ]
}

/** What is said of a body that was not checked: nothing about it is known to be wrong. */
export const unread: Remark = {
  place: 'body',
  pointer: '',
  kind: 'body',
  expected: 'one that can be read',
  received: 'unreadable, or too long to be checked',
}

/** Finds a `Content-Type` that does not name JSON. */
export function checkContentType(contentType: string | null): Remark[] {
  if (/^application\/json\s*(;|$)/i.test(contentType ?? '')) return []
  return [
    { place: 'header', pointer: '/content-type', expected: 'application/json', received: contentType || 'missing' },
  ]
}

/** Finds fields that stand twice in an object. */
export function checkRepeated({ repeated }: Json): Remark[] {
  return repeated.map((pointer) => ({ place: 'body', pointer, expected: 'once', received: 'present more than once' }))
}
