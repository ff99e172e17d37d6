import { writeOnlyFields } from '../../../generated/operations.ts'
import type { DesiredState } from '../../plan/index.ts'
import { parseDesired } from '../../plan/parse-desired.ts'
import { CommandError } from '../shell/errors.ts'
import { quoted } from '../shell/visible.ts'
import { readSource, type Source } from './source.ts'
import { fillVariables, mapStrings, type Path } from './variables.ts'

/** A file of portals as code. */
export interface DesiredFile {
  desired: DesiredState
  /** By what a string with variables became: how it is written in the file. */
  templates: ReadonlyMap<string, string>
  /** What is never to be shown. */
  secrets: readonly string[]
}

/**
 * Reads what an account is to have.
 *
 * @throws {CommandError} when the file is wrong, with file, line and field of everything that is.
 */
export async function readDesired(file: string): Promise<DesiredFile> {
  const source = await readSource(file)
  const { value, templates, secrets, problems } = fillVariables(withoutSchema(source.value), process.env)
  if (problems.length > 0) throw toError(file, source, problems)
  return { desired: check(file, source, value), templates, secrets: [...secrets, ...findWriteOnly(value)] }
}

/** `$schema` is for editors. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== '$schema'))
}

/** The value as a desired state. The library checks it, and names the fields as JavaScript does. */
function check(file: string, source: Source, value: unknown): DesiredState {
  try {
    return parseDesired(value as DesiredState)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw toError(file, source, error.message.split('\n').map(toProblem))
  }
}

function toProblem(line: string): { path: Path; message: string } {
  const [, place = '', message = line] = /^desired((?:\.[^.[:]+|\[\d+\])*): (.*)$/s.exec(line) ?? []
  const path = [...place.matchAll(/\.([^.[]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index))
  return { path, message }
}

function toError(file: string, { findLine }: Source, problems: { path: Path; message: string }[]): CommandError {
  const lines = problems.map(({ path, message }) => {
    const line = findLine(path)
    return `${[quoted(file).slice(1, -1), line, toName(path)].filter(Boolean).join(':')}: ${message}`
  })
  return new CommandError(lines[0] ?? '', lines.slice(1))
}

const toName = (path: Path): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`)).join('')

/** The values of the fields that no response shows. */
function findWriteOnly(value: unknown): string[] {
  const found: string[] = []
  mapStrings(value, (text, path) => {
    if (path.some((name) => writeOnlyFields.some((each) => each === name))) found.push(text)
  })
  return found
}
