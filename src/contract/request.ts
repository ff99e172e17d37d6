import { type Remark, toPointer } from './finding.ts'
import type { Match } from './operation.ts'
import { findRemarks } from './remarks.ts'

/** A request as it is sent. */
export interface SentRequest {
  method: string
  url: URL
  headers: Headers
  /** Undefined where there is none. */
  body: string | undefined
}

/** Finds what the spec does not allow in a request. */
export function checkRequest({ operation, pathParameters }: Match, { url, headers, body }: SentRequest): Remark[] {
  return [
    ...findRemarks(operation.pathParameters, pathParameters, 'path'),
    ...checkQuery(operation, url.searchParams),
    ...checkBody(operation, headers, body),
  ]
}

function checkQuery({ queryParameters, numbers }: Match['operation'], query: URLSearchParams): Remark[] {
  const names = [...new Set(query.keys())]
  const values = Object.fromEntries(names.map((name) => [name, query.get(name)]))
  const typed = names.map((name) => {
    const text = values[name] ?? ''
    return [name, numbers.includes(name) && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text] as const
  })
  const repeated = names.filter((name) => query.getAll(name).length > 1)
  return [
    ...findRemarks(queryParameters, Object.fromEntries(typed), 'query').map(({ keyword, ...remark }) =>
      // Every value of a query is text: its type is no help, the text itself is.
      keyword === 'type' ? { ...remark, received: JSON.stringify(values[remark.pointer.slice(1)]) } : remark,
    ),
    ...repeated.map((name): Remark => {
      return {
        place: 'query',
        pointer: toPointer(name),
        expected: 'one value',
        received: `${query.getAll(name).length} values`,
      }
    }),
  ]
}

function checkBody({ body: validate }: Match['operation'], headers: Headers, text: string | undefined): Remark[] {
  const whole = { place: 'body', pointer: '' } as const
  if (!validate) return text ? [{ ...whole, expected: 'none', received: 'present' }] : []
  if (!text) return [{ ...whole, expected: 'JSON', received: 'missing' }]
  const body = parseJson(text)
  if (body === undefined) return [{ ...whole, expected: 'JSON', received: 'not JSON' }]
  const type = headers.get('content-type')
  const typed: Remark[] = isJson(type)
    ? []
    : [{ place: 'header', pointer: '/content-type', expected: 'application/json', received: type || 'missing' }]
  return [...typed, ...findRemarks(validate, body, 'body')]
}

/** Whether a header `Content-Type` names JSON. */
export function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '')
}

/** The value of JSON text; undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
