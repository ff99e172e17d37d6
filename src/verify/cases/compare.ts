import type { McpPortal, McpServer } from '../../client/index.ts'
import { say } from '../run/messages.ts'
import type { Run } from '../run/run.ts'

export type Collection = 'portals' | 'servers'
export type Kind = 'portal' | 'server'
export type Item = McpPortal | McpServer

export const toKind = (collection: Collection): Kind => (collection === 'portals' ? 'portal' : 'server')

/** What time changes, not a caller; and times come in two formats. */
const volatile = /^(status|error|error_details|last_.*|.*_at)$/

/** A response does not have to repeat what a request changed in the tools and prompts of a server. */
const unrepeated = /^updated_(tools|prompts)$/

/** The names of the fields in which two responses about the same thing differ, of those that both have. */
export function findDifferences(one: object, other: object): string[] {
  const others = new Map(Object.entries(other))
  return Object.entries(one)
    .filter(([name]) => !volatile.test(name))
    .filter(
      ([name, value]) => isThere(value) && isThere(others.get(name)) && stable(value) !== stable(others.get(name)),
    )
    .map(([name]) => name)
}

/** The names of the fields that one response has a value of, and a later one about the same thing has not. */
export function findLost(before: object, after: object): string[] {
  const later = new Map(Object.entries(after))
  return Object.entries(before)
    .filter(([name, value]) => isThere(value) && !volatile.test(name) && !unrepeated.test(name) && !isEmpty(value))
    .filter(([name]) => !isThere(later.get(name)))
    .map(([name]) => name)
}

/** Two responses about the same thing have to be the same. */
export function expectSame(
  run: Run,
  { kind, id }: { kind: Kind; id: string },
  [one, where]: [object, string],
  [other, elsewhere]: [object, string],
): void {
  for (const field of findDifferences(one, other)) {
    const values = { expected: getField(one, field), received: getField(other, field) }
    run.expect(false, () => say('differs', { kind, id, field, ...values, where, elsewhere }))
  }
}

/** A response has to hold what a request asked for; it may hold more. */
export function expectMet(
  run: Run,
  { kind, id }: { kind: Kind; id: string },
  asked: object,
  [response, elsewhere]: [object, string],
): void {
  for (const [field, expected] of Object.entries(asked)) {
    const received = getField(response, field)
    const isMet = holds(received, expected) || (unrepeated.test(field) && !isThere(received))
    run.expect(isMet, () => say('differs', { kind, id, field, expected, received, where: 'in the request', elsewhere }))
  }
}

export function getField(whole: object, field: string): unknown {
  return Object.entries(whole).find(([name]) => name === field)?.[1]
}

function holds(received: unknown, asked: unknown): boolean {
  if (typeof asked !== 'object' || asked === null) return received === asked
  if (typeof received !== 'object' || received === null) return false
  const entries = Object.entries(asked)
  return (
    entries.length <= Object.keys(received).length &&
    entries.every(([name, value]) => holds(getField(received, name), value))
  )
}

/** An optional field may be absent, or null. */
const isThere = (value: unknown): boolean => value !== undefined && value !== null

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** As JSON, without the order of fields, and without what is volatile, null, or the order of a portal's servers. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part !== 'object' || part === null) return part
      if (Array.isArray(part)) return part.toSorted((a, b) => (getId(a) < getId(b) ? -1 : 1))
      const entries = Object.entries(part).filter(([name, inner]) => isThere(inner) && !volatile.test(name))
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
    }) ?? ''
  )
}

const getId = (value: unknown): string => String(getField(Object(value), 'id') ?? '')
