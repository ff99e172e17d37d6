/** Which fields of an account's resources can be compared. */
import { writeOnlyFields } from '../../../generated/operations.ts'
import type { Fields, State } from '../types.ts'

/** What is known of an account's responses. */
export interface Shown {
  /** Whether they show the overrides of a server. In some accounts they do not. */
  overrides: boolean
}

/** Where one server has the field, a server without it has no overrides; where none has it, nobody knows. */
export function findShown({ servers }: State): Shown {
  return { overrides: servers.some((server) => 'updated_tools' in server || 'updated_prompts' in server) }
}

/** The fields of a server that is stated which cannot be compared with what responses show. */
export function findHidden(stated: object, { overrides }: Shown): string[] {
  return Object.keys(stated).filter(
    (name) =>
      writeOnlyFields.includes(name) || (!overrides && (name === 'updated_tools' || name === 'updated_prompts')),
  )
}

/** The fields that are not among the names. */
export function without(fields: object, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}
