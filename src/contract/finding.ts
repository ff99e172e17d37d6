/** Where an exchange and the description disagree. Nothing in it holds the token or a value of `auth_credentials`. */
export interface ContractFinding {
  /** The operation by its name in the description, as in `readServer`; absent where the description has none. */
  operationId?: string
  /** The HTTP method. */
  method: string
  /** The path of the request, from `/accounts` on. */
  path: string
  /** What was checked. */
  side: 'request' | 'response'
  /** HTTP status; absent for a request. */
  status?: number
  /** The part of the request or the answer. */
  place: 'operation' | 'path' | 'query' | 'header' | 'body' | 'status'
  /** JSON pointer into that part, as in `/result/servers/0/auth_type`; empty for the whole of it. */
  pointer: string
  /** What the description says, in words. */
  expected: string
  /** What there was instead, in words; a long value is cut. */
  received: string
}

/** That an answer goes beyond the description: the API has grown, which breaks nobody. */
export interface ContractDrift extends ContractFinding {
  /**
   * What is new: a member, a value of an enumeration (or null where upstream allows it), a status, or a refusal that is
   * not JSON, which something in front of the API sends.
   */
  kind: 'member' | 'value' | 'status' | 'body'
  /** The same as a sentence. */
  message: string
}

/** What a check of one part says; `kind` makes it drift. */
export type Remark = Pick<ContractFinding, 'place' | 'pointer' | 'expected' | 'received'> & {
  kind?: ContractDrift['kind']
}

/** A finding as a sentence. */
export function sentenceOf({ operationId, method, path, side, status, ...remark }: ContractFinding): string {
  const { place, pointer, expected, received } = remark
  const part = side === 'request' ? `request ${place}` : place === 'body' ? `answer ${status}` : `answer's ${place}`
  const at = pointer === '' ? '' : ` at ${pointer}`
  return `${operationId ?? 'unknown operation'}: ${part}${at}: expected ${expected}, received ${received} [${method} ${path}]`
}

/** A member's name as a part of a JSON pointer. */
export function step(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** What a JSON pointer points at. */
export function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], root)
}

/** What kind of value it is, which gives nothing away. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
