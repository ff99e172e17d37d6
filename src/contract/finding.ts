import { fill } from './fill.ts'

/**
 * A difference between an exchange and the spec. It holds neither the token nor a value of `auth_credentials`.
 */
export interface ContractFinding {
  /** The operationId in the spec, as in `readServer`; absent if the spec has no such operation. */
  operationId?: string
  /** The HTTP method. */
  method: string
  /** The path of the request, from `/accounts` on. */
  path: string
  /** Which of the two was checked. */
  side: 'request' | 'response'
  /** HTTP status; absent for a request. */
  status?: number
  /** The part of the request or the response. */
  place: 'operation' | 'path' | 'query' | 'header' | 'body' | 'status'
  /** JSON pointer into that part, as in `/result/servers/0/auth_type`; empty for the whole of it. */
  pointer: string
  /** What the spec demands, in words. */
  expected: string
  /** What was received instead, in words; a long value is cut. */
  received: string
}

/**
 * Something new: a response has it and the spec does not, which does not forbid it either, or only the latest edition of
 * the spec has it, in a request or a response. Also a field of a request that only the response to it has: the API
 * ignores it.
 */
export interface UndocumentedFinding extends ContractFinding {
  /**
   * What is new, or of no effect: a field, a value of an enumeration (or null where the latest edition allows it), a status, an
   * operation, or the body of a refusal that is not JSON, which something in front of the API sends.
   */
  kind: 'field' | 'value' | 'status' | 'body' | 'operation'
  /** The edition of the spec that has it; absent if neither has. */
  edition?: 'latest'
  /** The same as a sentence. */
  message: string
}

/** What the check of one part found; with a `kind` it is undocumented, without one a violation. */
export type Remark = Pick<ContractFinding, 'place' | 'pointer' | 'expected' | 'received'> &
  Partial<Pick<UndocumentedFinding, 'kind' | 'edition'>>

/** A finding as a sentence: `readServer: response 200: /result/name is 5 (number); expected a string [GET /accounts/…]`. */
export function toSentence(finding: ContractFinding & Pick<Remark, 'kind' | 'edition'>): string {
  const { operationId = 'unknown operation', method, path, side, status, edition } = finding
  const exchanged = side === 'request' ? 'request' : `response ${status}`
  const known = edition ? `; the ${edition} edition has it` : ''
  return `${operationId}: ${exchanged}: ${toDifference(finding)}${known} [${method} ${path}]`
}

function toDifference({ place, pointer, expected, received, kind, edition }: Parameters<typeof toSentence>[0]): string {
  const name = place === 'body' ? pointer || 'the body' : [place, pointer.slice(1)].filter(Boolean).join(' ')
  return fill(sentences[sentenceOf()], { name, received, expected, spec: edition ? 'reference edition' : 'spec' })

  function sentenceOf(): keyof typeof sentences {
    if (place === 'operation') return 'operation'
    if (expected === noResponseField) return 'ignored'
    if (expected === noSuchField) return kind === 'field' ? 'new' : 'unknown'
    return 'differs'
  }
}

/** How a finding is said; docs/reports.md says what each means. */
export const sentences = {
  differs: '{name} is {received}; expected {expected}',
  new: 'new field {name} ({received})',
  unknown: 'unknown field {name} ({received})',
  ignored: 'field {name} ({received}) belongs to responses, and the API ignores it',
  operation: 'the {spec} has no operation with this method and path',
} as const

/** What is expected in place of a field that the spec does not have. */
export const noSuchField = 'no such field'
/** What is expected of a request in place of a field that only the response to it has. */
export const noResponseField = 'no field of the response'

/** The name of a field as a part of a JSON pointer. */
export function toPointer(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The value that a JSON pointer points at. */
export function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], root)
}

/** The type of a JSON value, which reveals nothing of the value. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

/** A value as JSON with its type, as in `5 (number)`; of a list or an object the type alone. */
export function show(value: unknown): string {
  if (value === null) return 'null'
  return typeof value === 'object' ? withArticle(typeOf(value)) : `${JSON.stringify(value)} (${typeOf(value)})`
}

/** The name of a type of the spec in a sentence. */
export function withArticle(type: string): string {
  if (type === 'null') return type
  if (type === 'array') return 'a list'
  return type === 'integer' ? 'a whole number' : type === 'object' ? 'an object' : `a ${type}`
}
