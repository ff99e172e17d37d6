import { type Remark, step } from './finding.ts'
import type { Match } from './operation.ts'
import { remarksOf, shown } from './remarks.ts'

/** A request as it is sent. */
export interface SentRequest {
  method: string
  url: URL
  headers: Headers
  /** Undefined where there is none. */
  body: string | undefined
}

/** What of a request the description does not allow. */
export function checkRequest({ operation, pathParameters }: Match, { url, headers, body }: SentRequest): Remark[] {
  return [
    ...remarksOf(operation.pathParameters, pathParameters, 'path'),
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
    ...remarksOf(queryParameters, Object.fromEntries(typed), 'query').map(({ keyword, ...remark }) =>
      // Every value of a query is text, so that only the text tells what is wrong with it.
      keyword === 'type' ? { ...remark, received: shown(values[remark.pointer.slice(1)]) } : remark,
    ),
    ...repeated.map((name): Remark => {
      return {
        place: 'query',
        pointer: step(name),
        expected: 'one value',
        received: `${query.getAll(name).length} values`,
      }
    }),
  ]
}

function checkBody({ body: validate }: Match['operation'], headers: Headers, text: string | undefined): Remark[] {
  const whole = { place: 'body', pointer: '' } as const
  if (!validate) return text ? [{ ...whole, expected: 'no body', received: 'one' }] : []
  if (!text) return [{ ...whole, expected: 'a body', received: 'none' }]
  const body = parsed(text)
  if (body === undefined) return [{ ...whole, expected: 'JSON', received: 'text that is none' }]
  const type = headers.get('content-type')
  const typed: Remark[] = isJson(type)
    ? []
    : [{ place: 'header', pointer: '/content-type', expected: 'application/json', received: type || 'none' }]
  return [...typed, ...remarksOf(validate, body, 'body')]
}

/** Whether a header `Content-Type` says JSON. */
export function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '')
}

/** What JSON text says; undefined where the text is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
