import { latestOperations, operations, writeOnlyFields } from '../../generated/operations.ts'
import { parseJson } from '../contract/json.ts'
import type { OperationId } from './api/types.ts'

/** A request that the mock has received. It holds no token; the value of a credential is replaced by `[redacted]`. */
export interface MockRequest {
  /** The operation in the spec, as in `readServer`; absent for a path that is none. */
  operation?: OperationId
  method: string
  /** From `/accounts` on, with the query. */
  path: string
  /** The parsed JSON; `[not JSON]` where it is none; absent without a body. */
  body?: unknown
  /** Status of the response; absent where a fault has dropped the connection. */
  status?: number
  /** Milliseconds until the response. */
  duration: number
}

const kept = 1000

interface Received {
  operation: string | undefined
  method: string
  url: URL
  text: string
}

/** The last requests. */
export class Requests {
  readonly list: MockRequest[] = []

  add({ operation, method, url, text }: Received): MockRequest {
    const entry: MockRequest = {
      ...(isOperation(operation) && { operation }),
      method,
      path: url.pathname.replace(/^.*?(?=\/accounts\/)/, '') + url.search,
      ...(text !== '' && { body: redact(parseJson(text) ?? '[not JSON]') }),
      duration: 0,
    }
    this.list.push(entry)
    if (this.list.length > kept) this.list.shift()
    return entry
  }

  clear(): void {
    this.list.length = 0
  }
}

/** Whether a name is one of an operation of the spec. */
export function isOperation(name: unknown): name is OperationId {
  return typeof name === 'string' && Object.hasOwn({ ...operations, ...latestOperations }, name)
}

function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      writeOnlyFields.includes(name) && field !== null ? '[redacted]' : redact(field),
    ]),
  )
}
