import { compareContracts, type Difference } from './compare.ts'
import { describeDocument } from './describe.ts'
import { extractReference } from './extract.ts'
import { type Contract, nameOf } from './facts.ts'

export type { Difference } from './compare.ts'

/** A page of the API reference. */
export interface ReferencePage {
  /** How messages call it: its file. */
  name: string
  markdown: string
}

/** What was compared, and where the two differ. */
export interface DriftReport {
  operations: number
  members: number
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
      const { operations, domainTypes } = extractReference(markdown)
      for (const operation of operations) add(contract.operations, operation, nameOf)
      for (const type of domainTypes) add(contract.domainTypes, type, (it) => it.name)
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const members = contract.operations.flatMap((operation) => operation.members)
  const differences = compareContracts(contract, describeDocument(document))
  return { operations: contract.operations.length, members: members.length, differences }
}

/** What two pages both document is taken once. */
function add<T>(list: T[], entry: T, name: (entry: T) => string): void {
  const known = list.find((other) => name(other) === name(entry))
  if (known === undefined) list.push(entry)
  else if (JSON.stringify(known) !== JSON.stringify(entry)) {
    throw new Error(`${name(entry)}: is documented otherwise on an earlier page`)
  }
}
