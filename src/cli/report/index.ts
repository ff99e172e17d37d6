import { mkdir, open, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CommandError, UsageError } from '../shell/errors.ts'
import type { FailOn } from '../shell/options.ts'
import { print } from '../shell/output.ts'
import { oneOf, type Values } from '../shell/parse.ts'
import { quoted } from '../shell/visible.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { Report } from './report.ts'
import { text } from './text.ts'

export { type Check, type Finding, type FindingKind, type Report, toExitCode } from './report.ts'

const writers = { text, json, junit, github }

/** `--reporter`, the same for every command that reports. */
export const reporterOption = toReporterOption(Object.keys(writers))

export function toReporterOption(names: readonly string[]) {
  return {
    reporter: {
      type: 'string',
      multiple: true,
      value: 'NAME[=FILE]',
      help: `${names.join(', ')}; to a file, or to the standard output, which shows the text unless told otherwise. Several are possible`,
    },
  } as const
}

/** Writes a report with every reporter that was asked for. */
export type WriteReport = (report: Report, failOn: FailOn) => Promise<void>

/** The reporters that `--reporter` names; `write` takes what goes to no file. */
export function openReporters(
  values: Values<typeof reporterOption>,
  write: (text: string) => void = print,
): Promise<WriteReport> {
  return openWriters<[Report, FailOn], keyof typeof writers>(writers, values, write)
}

/** What turns a report into the text of a reporter; the last argument says whether that goes to a file. */
type Writers<Args extends unknown[], Name extends string> = Record<
  Name | 'text',
  (...args: [...Args, isFile: boolean]) => string
>

/**
 * Opens the reporters that `--reporter` names. To be called before anything is done: it creates the files, so that a name that
 * cannot be written to is an error now, not when the work is over.
 */
export async function openWriters<Args extends unknown[], Name extends string>(
  writers: Writers<Args, Name>,
  { reporter: given = [] }: Values<typeof reporterOption>,
  write: (text: string) => void = print,
): Promise<(...args: Args) => Promise<void>> {
  const names = Object.keys(writers) as (Name | 'text')[]
  const chosen = given.map((each) => readReporter(each, names))
  const files = chosen.flatMap(({ file }) => file ?? [])
  const twice = files.find((file, index) => files.indexOf(file) !== index)
  if (twice) throw new UsageError(`--reporter names the file ${quoted(twice)} twice`)
  if (chosen.length - files.length > 1) {
    throw new UsageError(
      'one --reporter alone can write to the standard output; give the others a file, as in json=report.json',
    )
  }
  if (chosen.length === files.length) chosen.push({ name: 'text', file: undefined })
  for (const file of files) await createFile('--reporter', file)
  return async (...args) => {
    for (const { name, file } of chosen) {
      const content = writers[name](...args, file !== undefined)
      if (file === undefined) write(content)
      else await writeFile(file, content)
    }
  }
}

function readReporter<Name extends string>(
  given: string,
  names: readonly Name[],
): { name: Name; file: string | undefined } {
  const [, name = '', , file] = /^([^=]*)(=(.*))?$/s.exec(given) ?? []
  const known = oneOf('--reporter', name, names)
  if (file === '') throw new UsageError(`--reporter ${name}= names no file`)
  return { name: known, file }
}

/** Creates the file that an option names, and its folder, unless they are there. */
export async function createFile(option: string, file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await (await open(file, 'a')).close()
  } catch (error) {
    throw new CommandError(`${option}: ${quoted(file)} cannot be written to (${(error as NodeJS.ErrnoException).code})`)
  }
}
