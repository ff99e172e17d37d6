import { fill } from '../contract/fill.ts'
import type { Difference } from './compare.ts'
import type { EditionDifference } from './editions.ts'

/** Every difference of a report, by its code; docs/reports.md says what each means. */
export const differences = {
  'missing-operation': 'the reference documents this operation, the spec does not have it',
  'extra-operation': 'the spec has this operation, the reference does not document it',
  'missing-field': '{place} {field} is in the reference ({reference}), but not in the spec',
  'extra-field': '{place} {field} is in the spec ({spec}), but not in the reference',
  'missing-type': '{place} {field} is in the reference, but belongs to no operation of the spec',
  'extra-type': '{place} {field} is not in the reference',
  type: '{place} {field} has the type {reference} in the reference, {spec} in the spec',
  required: '{place} {field} is {reference} in the reference, {spec} in the spec',
  enum: '{place} {field} has the values {reference} in the reference, {spec} in the spec',
} as const

export type DifferenceCode = keyof typeof differences

/** Which of them a difference is. */
export function toCode({ place, change, reference, spec }: Difference): DifferenceCode {
  if (change === 'missing in the spec') {
    if (place === undefined) return 'missing-operation'
    return reference === undefined ? 'missing-type' : 'missing-field'
  }
  if (change === 'not in the reference') {
    if (place === undefined) return 'extra-operation'
    return spec === undefined ? 'extra-type' : 'extra-field'
  }
  return change
}

/** A difference as a sentence about its operation. */
export function toSentence(difference: EditionDifference): string {
  const { isInLatest, place = '', field = '', change, reference, spec } = difference
  const show = (value: unknown) => (change === 'required' ? (value ? 'required' : 'optional') : toText(value))
  const values: Record<string, string> = { place, field, reference: show(reference), spec: show(spec) }
  const sentence = fill(differences[toCode(difference)], values)
  return isInLatest ? `${sentence}; the latest edition of the spec says the same as the reference` : sentence
}

/** What the spec and what the reference says, as values; of what only one of them has, that the other has none. */
export function toValues({ field, change, reference, spec }: Difference): { expected: unknown; received: unknown } {
  const thing = field === undefined ? 'operation' : 'field'
  if (change === 'missing in the spec')
    return { expected: `no such ${thing}`, received: reference ?? `a documented ${thing}` }
  if (change === 'not in the reference') return { expected: spec ?? `a documented ${thing}`, received: 'missing' }
  return { expected: spec, received: reference }
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return value.map((part) => JSON.stringify(part)).join(', ')
  return value === undefined ? 'none' : String(value)
}
