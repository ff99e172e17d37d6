import { growing } from './growing.ts'
import type { Deviate } from './make.ts'
import { reading } from './reading.ts'
import { writing } from './writing.ts'

export type { Deviate } from './make.ts'
export { growing, reading, writing }

/** Each by its name. */
export const deviations: Record<string, Deviate> = Object.fromEntries(
  Object.entries({ ...reading, ...writing, ...growing }).map(([name, [deviate]]) => [name, deviate]),
)
