import type { Edition } from '../contract/index.ts'
import { checkEnd, checkForm } from './check-page.ts'
import { compareEditions, type EditionDifference } from './editions.ts'
import { type Contract, toName } from './facts.ts'
import { PageError, type ReferencePage, toReason } from './page.ts'
import { parseReference } from './parse-reference.ts'
import { parseSpec } from './parse-spec.ts'

export type { EditionDifference } from './editions.ts'
export { PageError, type ReferencePage } from './page.ts'
export { readPage, toShownName } from './read-page.ts'
export { toCode, toSentence, toValues } from './sentence.ts'

/** What was compared, and where the two differ. */
export interface DriftReport {
  /** All that the reference or the spec has, as in `GET /accounts/…`. */
  operations: string[]
  /** How many fields the reference has in all. */
  fields: number
  differences: EditionDifference[]
}

/**
 * Compares pages of Cloudflare's API reference, which together document all operations, with an edition of the spec.
 *
 * @throws {PageError} when a page is no page of the reference, is cut, or contradicts another one.
 */
export function compareReference(
  pages: ReferencePage[],
  documents: Record<Edition, unknown>,
  edition: Edition,
): DriftReport {
  const contract: Contract = { operations: [], domainTypes: [] }
  for (const { name, markdown } of pages) {
    try {
      checkForm(markdown)
      const { operations, domainTypes } = parse(markdown)
      checkEnd({ operations, domainTypes })
      for (const operation of operations) add(contract.operations, operation, toName)
      for (const type of domainTypes) add(contract.domainTypes, type, (it) => it.name)
    } catch (error) {
      throw new PageError({ name }, error instanceof Error ? error.message : String(error))
    }
  }
  const spec = parseSpec(documents[edition])
  const operations = [...new Set([...contract.operations, ...spec.operations].map(toName))]
  const fields = contract.operations.flatMap((operation) => operation.fields).length
  return { operations, fields, differences: compareEditions(contract, documents, edition) }
}

function parse(markdown: string): Contract {
  try {
    return parseReference(markdown)
  } catch (error) {
    throw new Error(toReason('damaged', { what: error instanceof Error ? error.message : String(error) }))
  }
}

/** What two pages both document is taken once. */
function add<T>(list: T[], entry: T, name: (entry: T) => string): void {
  const known = list.find((other) => name(other) === name(entry))
  if (known === undefined) list.push(entry)
  else if (JSON.stringify(known) !== JSON.stringify(entry)) {
    throw new Error(toReason('contradicts', { operation: name(entry) }))
  }
}
