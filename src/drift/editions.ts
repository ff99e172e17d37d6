import type { Edition } from '../contract/index.ts'
import { compareContracts, type Difference } from './compare.ts'
import { type Contract, isBelow } from './facts.ts'
import { parseSpec } from './parse-spec.ts'

/** A difference, and whether only the reference edition of the spec has it: the latest says what the reference says. */
export interface EditionDifference extends Difference {
  isInLatest: boolean
}

/** How a reference differs from an edition of the spec. What the latest edition knows already is marked. */
export function compareEditions(
  contract: Contract,
  documents: Record<Edition, unknown>,
  edition: Edition,
): EditionDifference[] {
  const toLatest = compareContracts(contract, parseSpec(documents.latest))
  const inNeither = (difference: Difference) => ({ ...difference, isInLatest: false })
  if (edition === 'latest') return toLatest.map(inNeither)
  return compareContracts(contract, parseSpec(documents.reference)).flatMap((difference) => {
    const same = toLatest.filter((other) => isSameSpot(difference, other))
    // What neither edition has is reported as the difference to the nearer one.
    return same.length === 0 ? [{ ...difference, isInLatest: true }] : same.map(inNeither)
  })
}

/** The latest edition may have a field, but not all that is in it. */
function isSameSpot({ operation, place, field }: Difference, other: Difference): boolean {
  if (operation !== other.operation || place !== other.place) return false
  return field === other.field || (field !== undefined && other.field !== undefined && isBelow(other.field, field))
}
