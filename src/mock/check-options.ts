import { defaultGuesses, type MockOptions, otherGuesses } from './options.ts'

interface Expectation {
  isMet(value: unknown): boolean
  /** In words. */
  expected: string
}

const list: Expectation = { isMet: Array.isArray, expected: 'a list' }
const flag: Expectation = { isMet: (value) => typeof value === 'boolean', expected: 'true or false' }
const text: Expectation = { isMet: (value) => typeof value === 'string' && value !== '', expected: 'a text' }
const object: Expectation = { isMet: isObject, expected: 'an object' }
const callable: Expectation = { isMet: (value) => typeof value === 'function', expected: 'a function' }

function oneOf(...values: unknown[]): Expectation {
  return { isMet: (value) => values.includes(value), expected: `one of ${values.map(show).join(', ')}` }
}

const expectations: Record<keyof MockOptions, Expectation> = {
  servers: list,
  portals: list,
  state: object,
  upstream: object,
  faults: list,
  token: text,
  edition: oneOf('latest', 'reference'),
  strict: flag,
  latency: { isMet: (value) => Number.isFinite(value) && Number(value) >= 0, expected: 'milliseconds' },
  clock: callable,
  author: text,
  totalPages: flag,
  unset: oneOf('absent', 'null'),
  guesses: object,
  onRequest: callable,
}

/** @throws {TypeError} An option is wrong. */
export function checkOptions(options: MockOptions): void {
  if (!isObject(options)) throw new TypeError(`options: expected an object, received ${show(options)}`)
  checkFields(options, expectations, '')
  checkFields(options.guesses ?? {}, guessExpectations, 'guesses.')
  for (const [url, upstream] of Object.entries(options.upstream ?? {})) {
    const where = `upstream['${url}']`
    if (!isObject(upstream)) throw new TypeError(`${where}: expected an object, received ${show(upstream)}`)
    checkFields(upstream, upstreamExpectations, `${where}.`)
  }
}

const others = new Map(Object.entries(otherGuesses))
const guessExpectations = Object.fromEntries(
  Object.entries(defaultGuesses).map(([name, value]) => [name, oneOf(value, others.get(name))]),
)

const upstreamExpectations: Record<string, Expectation> = {
  tools: list,
  prompts: list,
  error: text,
  error_details: object,
  authentication: oneOf('required'),
}

function checkFields(values: object, known: Record<string, Expectation>, prefix: string): void {
  for (const [name, value] of Object.entries(values)) {
    const expectation = Object.hasOwn(known, name) ? known[name] : undefined
    if (!expectation)
      throw new TypeError(`${prefix}${name}: there is no such option; known: ${Object.keys(known).join(', ')}`)
    if (value !== undefined && !expectation.isMet(value)) {
      throw new TypeError(`${prefix}${name}: expected ${expectation.expected}, received ${show(value)}`)
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
