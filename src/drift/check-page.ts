import { toDomainType } from './compare.ts'
import type { Contract } from './facts.ts'

/** Throws where a text is nothing that could be a page of the reference, and says what to do. */
export function checkForm(text: string): void {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start === '') throw new Error('is empty; fetch the page again')
  if (/^<(!doctype|html|\?xml)/i.test(start)) {
    throw new Error("is HTML; Cloudflare's markdown of a page is at the same address with index.md at its end")
  }
  if (/^[{[]/.test(start)) throw new Error('is JSON, but the markdown of the reference is needed')
}

/**
 * Throws where a page ends too early. Every page of the reference ends with its domain types, in the order of its
 * operations: without the last of them it is cut, even where the cut is between two examples.
 */
export function checkEnd({ operations, domainTypes }: Contract): void {
  const expected = operations.map(toDomainType).filter((name) => name !== undefined)
  const last = expected.at(-1)
  if (last === undefined || domainTypes.some(({ name }) => name === last)) return
  const missing =
    domainTypes.length === 0 ? "its section 'Domain Types' is missing" : `the domain type ${last} is missing`
  throw new Error(`${missing} at its end, so that the page is cut; fetch it again`)
}
