import { readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { LineCounter, parseDocument } from 'yaml'
import { CommandError } from '../shell/errors.ts'
import { quoted } from '../shell/visible.ts'
import type { Path } from './variables.ts'

/** What a file holds, before anything in it is looked at. */
export interface Source {
  value: unknown
  /** The line of a field, from 1; of what is around it where the field is missing. Undefined in a module. */
  findLine(path: Path): number | undefined
}

const modules = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts']

/** Whether a file is to be run, and not read. */
export const isModule = (file: string): boolean => modules.includes(extname(file))

/** Reads a file of YAML or JSON, or runs a module and takes its default export. */
export async function readSource(file: string): Promise<Source> {
  return isModule(file) ? importSource(file) : parseSource(file, await readText(file))
}

export async function readText(file: string): Promise<string> {
  try {
    const bytes = await readFile(file)
    // An older PowerShell writes UTF-16 where it redirects what `export` prints. Either mark of an order of bytes is taken off.
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes)
  } catch (error) {
    throw new CommandError(`${quoted(file)} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

async function importSource(file: string): Promise<Source> {
  let found: { default?: unknown }
  try {
    found = await import(pathToFileURL(resolve(file)).href)
  } catch (error) {
    // The code of the error alone: its message may quote what the module holds.
    const { code, name } = error instanceof Error ? (error as NodeJS.ErrnoException) : { code: undefined, name: 'it' }
    const hint = code === 'ERR_UNKNOWN_FILE_EXTENSION' ? ': this Node does not run TypeScript' : ''
    throw new CommandError(`${quoted(file)} cannot be imported (${code ?? name})${hint}`)
  }
  if (found.default === undefined) throw new CommandError(`${quoted(file)} has no default export`)
  return { value: found.default, findLine: () => undefined }
}

/** JSON is YAML: the parser of YAML knows the lines of both. */
export function parseSource(file: string, text: string): Source {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const lineAt = (offset: number) => lineCounter.linePos(offset).line
  const [error] = document.errors
  // The code alone: a message may quote the text, which may hold a secret.
  if (error) {
    throw new CommandError(`${quoted(file)}, line ${lineAt(error.pos[0])}: it is no YAML or JSON (${error.code})`)
  }
  return {
    value: toValue(file, () => document.toJS({ maxAliasCount: 100 })),
    findLine: (path) => {
      for (let length = path.length; length >= 0; length--) {
        const node: unknown = document.getIn(path.slice(0, length), true)
        const range: unknown = Object(node).range
        if (Array.isArray(range)) return lineAt(range[0])
      }
      return undefined
    },
  }
}

function toValue(file: string, convert: () => unknown): unknown {
  try {
    return convert()
  } catch {
    throw new CommandError(`${quoted(file)} cannot be read: its aliases refer to nothing, or to too much`)
  }
}
