import { parseArgs } from 'node:util'
import { UsageError } from './errors.ts'
import { nearest } from './nearest.ts'
import { quoted } from './visible.ts'

/** An option of a command: what `parseArgs` needs, and what the help shows of it. */
export interface Option {
  type: 'string' | 'boolean'
  short?: string
  /** Whether it can be given several times. */
  multiple?: boolean
  /** What stands for its value in the help, as in `--base-url URL`. */
  value?: string
  help: string
}

export type Options = Record<string, Option>

/** The options as they were given; those that were not are undefined. */
export type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true }>>['values']

export interface Arguments<O extends Options> {
  values: Values<O>
  positionals: string[]
  /** Everything after `--`: the command of someone else, with options of its own. */
  rest: string[]
}

/** The options and arguments of a command; a `UsageError` says what is wrong with them, and names the nearest option. */
export function parse<O extends Options>(given: string[], options: O): Arguments<O> {
  const [args, rest] = splitAt(given, '--')
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!Object.hasOwn(options, token.name)) throw unknownOption(token.rawName, Object.keys(options))
    if (token.value === '') throw new UsageError(`${token.rawName} has an empty value`)
  }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    return { values, positionals, rest }
  } catch (error) {
    // What parseArgs throws is for the user, but for an advice about quoting in its second sentence.
    throw new UsageError(String((error as Error).message).split(/\. |\n/)[0])
  }
}

/** What stands before a word and what after it. */
export function splitAt(args: string[], word: string): [before: string[], after: string[]] {
  const index = args.indexOf(word)
  return index === -1 ? [args, []] : [args.slice(0, index), args.slice(index + 1)]
}

function unknownOption(rawName: string, known: string[]): UsageError {
  const name = rawName.replace(/^--?(no-)?/, '')
  if (/token|key|secret|auth|password/i.test(name)) {
    return new UsageError(
      `there is no option ${rawName}: other users of the machine could read it. Set CLOUDFLARE_API_TOKEN`,
    )
  }
  const meant = nearest(name, known)
  return new UsageError(`there is no option ${quoted(rawName)}${meant ? `; did you mean --${meant}?` : ''}`)
}

/** One of several names, given to an option. */
export function oneOf<const Name extends string>(option: string, name: string, names: readonly Name[]): Name {
  const found = names.find((known) => known === name)
  if (found) return found
  const meant = nearest(name, names)
  throw new UsageError(
    `${option} is one of ${names.join(', ')}, not ${quoted(name)}${meant ? `; did you mean ${meant}?` : ''}`,
  )
}
