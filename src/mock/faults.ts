import type { OperationId } from './api/types.ts'
import { isOperation } from './requests.ts'

/** Something that goes wrong on request. */
export interface Fault {
  /** The operation that it happens to. Without it any. */
  operation?: OperationId | undefined
  /** How often it happens. Once without it; `Infinity` for ever. */
  times?: number | undefined
  /** The response has this status, and nothing else is done. 429 beside `retryAfter`, 502 beside `html`. */
  status?: number | undefined
  /** Seconds, sent as `Retry-After`. */
  retryAfter?: number | undefined
  /** The response is an HTML page, as from something in front of the API. */
  html?: boolean | undefined
  /** Milliseconds before anything is done. */
  delay?: number | undefined
  /** The connection breaks before the request is carried out, or after it, without a response. */
  drop?: 'before' | 'after' | undefined
  /** The request is carried out, but only half of the body arrives, and the connection stays open. */
  stall?: boolean | undefined
}

/** The connection was broken on request. Like any failure of a fetch it is a TypeError. */
export class DroppedConnection extends TypeError {
  constructor() {
    super('fetch failed', {
      cause: Object.assign(new Error('the mock dropped the connection'), { code: 'ECONNRESET' }),
    })
  }
}

/** The faults that are still to happen. */
export class Faults {
  #left: (Fault & { times: number })[] = []

  /** @throws {TypeError} a field of the fault is wrong. */
  add(fault: Fault): void {
    const problem = findProblem(fault)
    if (problem) throw new TypeError(problem)
    this.#left.push({ ...fault, times: fault.times ?? 1 })
  }

  clear(): void {
    this.#left = []
  }

  /** Takes the oldest fault that is meant for an operation. */
  take(operation: string | undefined): Fault | undefined {
    const fault = this.#left.find((each) => each.operation === undefined || each.operation === operation)
    if (!fault) return undefined
    fault.times -= 1
    if (fault.times <= 0) this.#left = this.#left.filter((each) => each !== fault)
    return fault
  }
}

/** The fault that a header `Prefer: code=429` asks for, as Prism understands it. */
export function parsePrefer(header: string | null): Fault | undefined {
  const code = /(?:^|[\s,;])code=("?)(\d{3})\1(?:$|[\s,;])/.exec(header ?? '')?.[2]
  return code !== undefined && Number(code) >= 400 && Number(code) < 600 ? { status: Number(code) } : undefined
}

const known: Record<keyof Fault, (value: unknown) => boolean> = {
  operation: isOperation,
  times: (value) => value === Infinity || (Number.isInteger(value) && Number(value) > 0),
  status: (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
  retryAfter: isDuration,
  html: (value) => typeof value === 'boolean',
  delay: isDuration,
  drop: (value) => value === 'before' || value === 'after',
  stall: (value) => typeof value === 'boolean',
}

function isDuration(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value)
}

function findProblem(fault: Fault): string | undefined {
  if (typeof fault !== 'object' || fault === null) return 'a fault has to be an object'
  for (const [name, value] of Object.entries(fault)) {
    const isValid = Object.hasOwn(known, name) ? known[name as keyof Fault] : undefined
    if (!isValid) return `a fault has no '${name}'`
    if (value !== undefined && !isValid(value)) return `'${name}' of a fault cannot be ${JSON.stringify(value)}`
  }
  return undefined
}
