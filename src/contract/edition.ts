import { writeOnlyFields } from '../../generated/operations.ts'
import type { ContractFinding, Remark } from './finding.ts'

/** An edition of the spec: the API reference to the letter, or with what the API has grown since. */
export type Edition = 'reference' | 'latest'

/** What an exchange is held to. */
export interface Standard {
  edition: Edition
  /** What a field of a request body is that neither edition has. */
  unknownFields: 'violation' | 'pass'
}

/** A remark, and the keyword of the validator that made it. */
export type Found = Remark & { keyword: string }

/**
 * Separates what is new from what is wrong in a body, by what the exchange is held to. What only the latest edition has
 * is new to the reference, in requests too; what neither has is new in a response, and wrong in a request, unless the
 * response to it has it. Null in the place of an optional field of a result is new.
 */
export function judge(found: Found[], side: ContractFinding['side'], { edition, unknownFields }: Standard): Remark[] {
  const isReference = edition === 'reference'
  const ignored = [
    isReference ? 'newerRequired' : ['newerField', 'newerNull'],
    side === 'request' && unknownFields === 'pass' ? 'additionalProperties' : [],
  ].flat()
  const newerFields = found.filter(({ keyword }) => isReference && keyword === 'newerField')
  return found
    .filter(({ keyword }) => !ignored.includes(keyword))
    .map(({ keyword, ...remark }): Remark => {
      if (keyword === 'newerField') return { ...remark, kind: 'field', edition: 'latest' }
      if (keyword === 'newerNull') return { ...remark, kind: 'value', edition: 'latest' }
      if (keyword === 'responseField') return { ...remark, kind: 'field' }
      if (side === 'request') return remark
      if (keyword === 'additionalProperties') return isWriteOnly(remark) ? remark : { ...remark, kind: 'field' }
      // The reference says nothing of a field that it does not have, so nothing in it can be wrong.
      const isInNewer = newerFields.some(({ pointer }) => `${remark.pointer}/`.startsWith(`${pointer}/`))
      return keyword === 'enum' || keyword === 'optionalNull' || isInNewer ? { ...remark, kind: 'value' } : remark
    })
}

const isWriteOnly = ({ pointer }: Remark): boolean => writeOnlyFields.some((name) => pointer.endsWith(`/${name}`))
