import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The command was called in a way that it does not know. */
export class UsageError extends Error {}

/** The options and arguments of a command; a `UsageError` says what is wrong with them. */
export function parse<const Options extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    // What parseArgs throws is for the user, but for an advice about quoting in its second sentence.
    throw new UsageError(String((error as Error).message).split('. ')[0])
  }
}

/** One of several names. */
export function oneOf<const Name extends string>(option: string, name: string, names: readonly Name[]): Name {
  const found = names.find((known) => known === name)
  if (!found) throw new UsageError(`${option} is one of ${names.join(', ')}, not '${name}'`)
  return found
}
