import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { compareReference, type Difference, type DriftReport } from '../drift/index.ts'
import { annotation } from './annotation.ts'
import { driftHelp } from './help.ts'
import { ofThisPackage } from './package.ts'
import { oneOf, parse, UsageError } from './usage.ts'

const options = {
  reporter: { type: 'string', default: 'text' },
  help: { type: 'boolean', short: 'h' },
} as const

/** `drift`: resolves to the exit code. */
export async function drift(args: string[]): Promise<number> {
  const { values, positionals: files } = parse(args, options)
  if (values.help) {
    process.stdout.write(driftHelp)
    return 0
  }
  const reporter = oneOf('--reporter', values.reporter, ['text', 'json', 'github'])
  if (files.length === 0) throw new UsageError('drift needs the files of the API reference')
  const pages = await Promise.all(files.map(async (name) => ({ name, markdown: await read(name) })))
  const report = compareReference(pages, ofThisPackage('openapi.json'))
  process.stdout.write(reporters[reporter](report))
  return report.differences.length > 0 ? 1 : 0
}

async function read(name: string): Promise<string> {
  if (name === '-') return text(process.stdin)
  if (/^https?:/.test(name)) {
    const response = await fetch(name).catch(({ message, cause }) => {
      throw new Error(`${name}: ${cause?.message || cause?.code || message}`)
    })
    if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`)
    return response.text()
  }
  return readFile(name, 'utf8')
}

const reporters: Record<'text' | 'json' | 'github', (report: DriftReport) => string> = {
  text: (report) => table(report.differences) + summary(report),
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  github: (report) => report.differences.map(annotated).join('') + summary(report),
}

function summary({ operations, members, differences }: DriftReport): string {
  const found =
    differences.length === 0 ? 'no difference' : `${differences.length} difference${differences.length > 1 ? 's' : ''}`
  return `${operations} operations and ${members} members of the reference: ${found}\n`
}

function annotated({ operation, place, member, change, reference, description }: Difference): string {
  const what = [operation, place && `${place} ${member}`, change].filter(Boolean).join(': ')
  const both = `${shown(reference)} in the reference, ${shown(description)} in the description`
  return annotation('warning', 'API reference', /^(type|required|enum)$/.test(change) ? `${what} is ${both}` : what)
}

const heads = ['operation', 'place', 'member', 'change', 'reference', 'description']

function columnsOf({ operation, place, member, change, reference, description }: Difference): string[] {
  return [operation, place ?? '', member ?? '', change, shown(reference), shown(description)]
}

function table(differences: Difference[]): string {
  if (differences.length === 0) return ''
  const rows = [heads, ...differences.map(columnsOf)]
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n\n`
}

function shown(value: unknown): string {
  return value === undefined ? '-' : typeof value === 'string' ? value : JSON.stringify(value)
}
