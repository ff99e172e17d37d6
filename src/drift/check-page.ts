import { toDomainType } from './compare.ts'
import type { Contract } from './facts.ts'
import { toReason } from './page.ts'

/** Throws where a text is nothing that could be a page of the reference, and says what to do. */
export function checkForm(text: string): void {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start === '') throw new Error(toReason('empty'))
  if (/^<(!doctype|html|\?xml)/i.test(start)) throw new Error(toReason('html'))
  if (/^[{[]/.test(start)) throw new Error(toReason('json'))
}

/**
 * Throws where a page ends too early. Every page of the reference ends with its domain types, in the order of its
 * operations: without the last of them it is cut, even where the cut is between two examples.
 */
export function checkEnd({ operations, domainTypes }: Contract): void {
  const expected = operations.map(toDomainType).filter((name) => name !== undefined)
  const last = expected.at(-1)
  if (last === undefined || domainTypes.some(({ name }) => name === last)) return
  throw new Error(domainTypes.length === 0 ? toReason('no-domain-types') : toReason('no-domain-type', { name: last }))
}
