import { compareContracts, type Difference } from './compare.ts'
import { type Contract, toName } from './facts.ts'
import { parseReference } from './parse-reference.ts'
import { parseSpec } from './parse-spec.ts'

export type { Difference } from './compare.ts'

/** A page of the API reference. */
export interface ReferencePage {
  /** How messages call it: its file. */
  name: string
  markdown: string
}

/** What was compared, and where the two differ. */
export interface DriftReport {
  /** All that the reference or the spec has, as in `GET /accounts/…`. */
  operations: string[]
  /** How many fields the reference has in all. */
  fields: number
  differences: Difference[]
}

/**
 * Compares pages of Cloudflare's API reference, which together document all operations, with an OpenAPI document. Throws,
 * naming the page and the place, where a page cannot be read or two pages contradict each other.
 */
export function compareReference(pages: ReferencePage[], document: unknown): DriftReport {
  const contract: Contract = { operations: [], domainTypes: [] }
  for (const { name, markdown } of pages) {
    try {
      const { operations, domainTypes } = parseReference(markdown)
      for (const operation of operations) add(contract.operations, operation, toName)
      for (const type of domainTypes) add(contract.domainTypes, type, (it) => it.name)
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const spec = parseSpec(document)
  const operations = [...new Set([...contract.operations, ...spec.operations].map(toName))]
  const fields = contract.operations.flatMap((operation) => operation.fields).length
  return { operations, fields, differences: compareContracts(contract, spec) }
}

/** What two pages both document is taken once. */
function add<T>(list: T[], entry: T, name: (entry: T) => string): void {
  const known = list.find((other) => name(other) === name(entry))
  if (known === undefined) list.push(entry)
  else if (JSON.stringify(known) !== JSON.stringify(entry)) {
    throw new Error(`${name(entry)}: is documented otherwise on an earlier page`)
  }
}
