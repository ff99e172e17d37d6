import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { operations as specOperations } from '../../generated/operations.ts'
import { compareReference, type Difference } from '../drift/index.ts'
import { type Check, openReporters, reporterOption, toExitCode } from './report/index.ts'
import { command } from './shell/command.ts'
import { CommandError, UsageError } from './shell/errors.ts'
import { failOnOption, readFailOn } from './shell/options.ts'
import { ofThisPackage, specOfThisPackage } from './shell/package.ts'

export const drift = command({
  name: 'drift',
  summary: "check Cloudflare's published reference against the spec",
  about: 'Compares the API reference, in the markdown that Cloudflare publishes, with the spec.',
  usage: 'PAGE… [options]',
  options: { ...failOnOption, ...reporterOption },
  example: 'npx cloudflare-mcp-portals drift portals.md servers.md',
  exitCodes: { 0: 'both say the same', 1: 'they differ', 2: 'a page could not be read' },
  async run({ values, positionals: files }) {
    if (files.length === 0)
      throw new UsageError('drift needs the pages of the API reference: files, addresses, or - for the standard input')
    const failOn = readFailOn(values)
    const write = await openReporters(values)
    const pages = await Promise.all(files.map(async (name) => ({ name, markdown: await read(name) })))
    const { operations, fields, differences } = compare(pages)
    const report = {
      command: 'drift',
      target: files.join(' '),
      spec: specOfThisPackage(),
      unit: `operations, ${fields} fields of the reference`,
      checks: toChecks(operations, differences),
      hints: [],
    }
    await write(report, failOn)
    return toExitCode(report, failOn)
  },
})

function compare(pages: { name: string; markdown: string }[]) {
  try {
    return compareReference(pages, ofThisPackage('openapi.json'))
  } catch (error) {
    throw new CommandError((error as Error).message)
  }
}

async function read(name: string): Promise<string> {
  if (name === '-') return text(process.stdin)
  if (/^https?:/.test(name)) {
    const response = await fetch(name).catch(({ message, cause }) => {
      throw new CommandError(`${name}: ${cause?.message || cause?.code || message}`)
    })
    if (!response.ok) throw new CommandError(`${name}: ${response.status} ${response.statusText}`)
    return response.text()
  }
  return readFile(name, 'utf8').catch(({ message }) => {
    throw new CommandError(message)
  })
}

/** A check for each operation, and one for each domain type that belongs to none. */
function toChecks(operations: string[], differences: Difference[]): Check[] {
  const others = differences.map(({ operation }) => operation).filter((name) => !operations.includes(name))
  return [...operations, ...new Set(others)].map((name) => {
    const findings = differences
      .filter(({ operation }) => operation === name)
      .map((difference) => ({
        kind: 'violation' as const,
        code: difference.change,
        message: toSentence(difference),
        expected: difference.spec,
        received: difference.reference,
      }))
    const operationId = ids.get(name)
    return { name: operationId ? `${operationId} (${name})` : name, findings }
  })
}

const ids = new Map(Object.entries(specOperations).map(([id, { method, path }]) => [`${method} ${path}`, id]))

function toSentence({ place, field, change, reference, spec }: Difference): string {
  const what = [place, field].filter(Boolean).join(' ') || 'the operation'
  switch (change) {
    case 'missing in the spec':
      return `${what}: in the reference${typed(reference)}, missing in the spec`
    case 'not in the reference':
      return `${what}: in the spec${typed(spec)}, not in the reference`
    case 'required':
      return `${what}: ${reference ? 'required' : 'optional'} in the reference, ${spec ? 'required' : 'optional'} in the spec`
    default:
      return `${what}: ${change} is ${shown(reference)} in the reference, ${shown(spec)} in the spec`
  }
}

const typed = (type: unknown): string => (type === undefined ? '' : ` (${shown(type)})`)

const shown = (value: unknown): string =>
  value === undefined ? 'absent' : typeof value === 'string' ? value : JSON.stringify(value)
