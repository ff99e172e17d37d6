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

/** Something new in a response: the spec does not have it, and does not forbid it either. */
export interface UndocumentedFinding extends ContractFinding {
  /**
   * What is new: a field, a value of an enumeration (or null where upstream allows it), a status, or the body of a
   * refusal that is not JSON, which something in front of the API sends.
   */
  kind: 'field' | 'value' | 'status' | 'body'
  /** The same as a sentence. */
  message: string
}

/** What the check of one part found; with a `kind` it is undocumented, without one a violation. */
export type Remark = Pick<ContractFinding, 'place' | 'pointer' | 'expected' | 'received'> & {
  kind?: UndocumentedFinding['kind']
}

/** A finding as a sentence. */
export function toSentence({ operationId, method, path, side, status, ...remark }: ContractFinding): string {
  const { place, pointer, expected, received } = remark
  const part = side === 'request' ? `request ${place}` : place === 'body' ? `response ${status}` : `response ${place}`
  const at = pointer === '' ? '' : ` at ${pointer}`
  return `${operationId ?? 'unknown operation'}: ${part}${at}: expected ${expected}, received ${received} [${method} ${path}]`
}

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

/** The type of a value in words, which reveals nothing of the value. */
export function describeKind(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
