import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { compareReference, type Difference } from '../drift/index.ts'
import { type Check, exitCodeOf, type Finding, openReporters, reporterOption } from './report/index.ts'
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
    if (files.length === 0) throw new UsageError('drift needs the pages of the API reference: files, addresses, or - for the standard input')
    const failOn = readFailOn(values)
    const write = await openReporters(values)
    const pages = await Promise.all(files.map(async (name) => ({ name, markdown: await read(name) })))
    const { operations, differences } = compare(pages)
    const report = {
      command: 'drift',
      target: files.join(' '),
      spec: specOfThisPackage(),
      checks: toChecks(operations, differences),
      hints: [],
    }
    await write(report, failOn)
    return exitCodeOf(report, failOn)
  },
})

function compare(pages: { name: string; markdown: string }[]) {
  try {
    return compareReference(pages, ofThisPackage('openapi.json'))
  } catch (error) {
    throw new CommandError((error as Error).message)
  }
}
