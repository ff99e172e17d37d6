import type { Edition } from './edition.ts'
import { type ContractFinding, type Remark, toSentence, type UndocumentedFinding } from './finding.ts'
import { ContractViolationError } from './violation.ts'

/** Options of `contractFetch`. */
export interface ContractOptions {
  /**
   * Called with each violation, and awaited: an error of it rejects the call. Without it the first of a request or a
   * response is thrown, the rest in its `others`.
   */
  onViolation?: ((violation: ContractViolationError) => unknown) | undefined
  /**
   * Called with each thing that the spec neither has nor forbids: once for each place of a request or a response, all
   * items of a list together. It is awaited: an error of it rejects the call. Without it each is written to `console.warn` once.
   */
  onUndocumented?: ((finding: UndocumentedFinding) => unknown) | undefined
  /**
   * Which hosts are this API: those of these base URLs. Without it api.cloudflare.com, the host of `CLOUDFLARE_BASE_URL`,
   * and this machine. Requests to any other host pass unchecked.
   */
  baseUrl?: string | readonly string[] | undefined
  /**
   * Whether a request to this API, but to an operation that neither edition of the spec has, is a `violation` (the
   * default) or may `pass`. Requests to another API always pass.
   */
  unknownOperations?: 'violation' | 'pass' | undefined
  /**
   * The edition of the spec that requests and responses are held to: `reference` (the default), to which whatever only
   * the latest edition has is undocumented, or `latest`.
   */
  edition?: Edition | undefined
  /**
   * Whether a field of a request body that neither edition has is a `violation` (the default) or may `pass`: the API
   * ignores it. A field that the response to the request has is undocumented either way.
   */
  unknownFields?: 'violation' | 'pass' | undefined
}

const choices = {
  unknownOperations: ['violation', 'pass'],
  unknownFields: ['violation', 'pass'],
  edition: ['reference', 'latest'],
} as const

/** Throws a `TypeError` that names the option that is wrong. */
export function checkOptions(fetch: unknown, options: ContractOptions): void {
  if (typeof fetch !== 'function') throw new TypeError('fetch: expected a function')
  if (Object.prototype.toString.call(options) !== '[object Object]') throw new TypeError('options: expected an object')
  for (const name of ['onViolation', 'onUndocumented'] as const) {
    const given = options[name]
    if (given !== undefined && typeof given !== 'function') throw new TypeError(`${name}: expected a function`)
  }
  for (const [name, known] of Object.entries(choices)) {
    const given = options[name as keyof typeof choices]
    const isKnown = given === undefined || known.some((choice) => choice === given)
    if (!isKnown) throw new TypeError(`${name}: expected ${known.map((choice) => `'${choice}'`).join(' or ')}`)
  }
}

type Reported = ContractFinding & Pick<Remark, 'kind' | 'edition'>

/** Creates the function that calls back with each finding, or throws. */
export function createReporter(options: ContractOptions): (findings: Reported[]) => Promise<void> {
  const { onViolation, onUndocumented = warnOnce() } = options
  return async (findings) => {
    const violations = findings.filter(({ kind }) => kind === undefined)
    for (const finding of distinctUndocumented(findings)) await onUndocumented(finding)
    const errors = violations.map((violation) => new ContractViolationError(violation))
    if (!onViolation && violations[0]) throw new ContractViolationError(violations[0], errors.slice(1))
    for (const error of errors) await onViolation?.(error)
  }
}

/** A field that is new in a hundred items of a list is reported once. */
function distinctUndocumented(findings: Reported[]): UndocumentedFinding[] {
  const distinct = new Map<string, UndocumentedFinding>()
  for (const finding of findings) {
    const { kind } = finding
    const key = toKey(finding)
    if (kind && !distinct.has(key)) distinct.set(key, { ...finding, kind, message: toSentence(finding) })
  }
  return [...distinct.values()]
}

export function toKey({ operationId, side, status, place, pointer, received }: Reported): string {
  return [operationId, side, status, place, pointer.replace(/\/\d+(?=\/|$)/g, '/0'), received].join(' ')
}

function warnOnce(): (finding: UndocumentedFinding) => void {
  const known = new Set<string>()
  return (finding) => {
    const key = toKey(finding)
    if (known.has(key)) return
    known.add(key)
    console.warn(`Undocumented: ${finding.message}`)
  }
}
