import { changed } from '../../support/change.ts'
import type { Schema } from '../../support/description.ts'
import { placesIn, whole } from './whole.ts'

export type Mutation = 'dropped' | 'wrong type' | 'outside the enum' | 'null' | 'undocumented'

/** A value with one thing wrong with it. */
export interface Mutant {
  mutation: Mutation
  /** Where it is wrong. */
  pointer: string
  /** The same as the reference writes it. */
  path: string
  value: unknown
}

/** One mutant of the whole value of a schema for each thing that can be wrong with it. */
export function createMutants(schema: Schema): Mutant[] {
  const original = whole(schema)
  const fields = placesIn(schema).flatMap((place) =>
    wrongValues(place.schema, place.required).map(([mutation, wrong]) => ({
      mutation,
      pointer: place.pointer,
      path: place.path,
      value: changed(original, place.pointer, wrong),
    })),
  )
  const objects = [{ pointer: '', path: '', schema }, ...placesIn(schema)].filter((place) => isClosed(place.schema))
  const additions = objects.map(({ pointer, path }) => ({
    mutation: 'undocumented' as const,
    pointer: `${pointer}/undocumented`,
    path: `${path}.undocumented`,
    value: changed(original, `${pointer}/undocumented`, true),
  }))
  return [...fields, ...additions]
}

function wrongValues({ type, enum: values }: Schema, required: boolean): [Mutation, unknown][] {
  const dropped: [Mutation, unknown][] = required ? [['dropped', undefined]] : []
  const [first, ...others] = [type ?? []].flat()
  if (first === undefined) return dropped // Any value is right.
  return [
    ...dropped,
    ['wrong type', ofAnotherType[first]],
    ...(values ? [['outside the enum', 'other'] as [Mutation, unknown]] : []),
    ...(others.includes('null') ? [] : [['null', null] as [Mutation, unknown]]),
  ]
}

const ofAnotherType: Record<string, unknown> = {
  string: 7,
  integer: '7',
  number: '7',
  boolean: 'true',
  array: {},
  object: [],
}

function isClosed(schema: Schema): boolean {
  return (
    whole(schema) instanceof Object && !Array.isArray(whole(schema)) && Object.keys(Object(whole(schema))).length > 0
  )
}
