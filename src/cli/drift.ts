import { latestOperations, operations as specOperations } from '../../generated/operations.ts'
import type { Edition } from '../contract/index.ts'
import {
  compareReference,
  type EditionDifference,
  PageError,
  readPage,
  toCode,
  toSentence,
  toShownName,
  toValues,
} from '../drift/index.ts'
import { type Check, type Finding, openReporters, type Report, reporterOption, toExitCode } from './report/index.ts'
import { command } from './shell/command.ts'
import { UsageError } from './shell/errors.ts'
import { editionOption, failOnOption, readEdition, readFailOn, readTimeout, timeoutOption } from './shell/options.ts'
import { specOfThisPackage, specsOfThisPackage } from './shell/package.ts'

/** Seconds; a page is some hundred kilobytes. */
const pageTimeout = 10

export const drift = command({
  name: 'drift',
  summary: "check Cloudflare's published reference against the spec",
  about: `Compares pages of the API reference, in the markdown that Cloudflare publishes, with the spec. Together the pages
    document all operations; each is a file, an address, or - for the standard input.`,
  usage: 'PAGE… [options]',
  options: { ...timeoutOption(pageTimeout), ...editionOption, ...failOnOption, ...reporterOption },
  example: 'drift portals.md servers.md',
  exitCodes: {
    0: 'both say the same, or the latest edition says what the reference says',
    1: 'they differ',
    2: 'a page could not be read',
  },
  async run({ values, positionals: files }) {
    if (files.length === 0)
      throw new UsageError('drift needs the pages of the API reference: files, addresses, or - for the standard input')
    const edition = readEdition(values)
    const failOn = readFailOn(values)
    const write = await openReporters(values)
    const timeout = readTimeout(values.timeout, pageTimeout)
    const report = {
      command: 'drift',
      target: files.map(toShownName).join(' '),
      spec: specOfThisPackage(edition),
      hints: [],
      ...(await compare(files, timeout, edition)),
    }
    await write(report, failOn)
    return toExitCode(report, failOn)
  },
})

/** The checks of a comparison or, where pages could not be read or understood, one for each of them. */
async function compare(files: string[], timeout: number, edition: Edition): Promise<Pick<Report, 'unit' | 'checks'>> {
  const read = await Promise.all(files.map((name) => readPage(name, timeout).catch(toPageError)))
  const errors = read.filter((page) => page instanceof PageError)
  try {
    const pages = read.flatMap((page) => (page instanceof PageError ? [] : page))
    if (errors.length > 0) return toUnread(errors)
    const { operations, fields, differences } = compareReference(pages, specsOfThisPackage(), edition)
    return { unit: `operations (${fields} fields of the reference)`, checks: toChecks(operations, differences) }
  } catch (error) {
    return toUnread([toPageError(error)])
  }
}

function toPageError(error: unknown): PageError {
  if (error instanceof PageError) return error
  throw error
}

function toUnread(errors: PageError[]): Pick<Report, 'unit' | 'checks'> {
  const checks = errors.map(({ page, reason }): Check => {
    return { name: `reads ${page}`, findings: [{ kind: 'unchecked', code: 'page', message: reason }] }
  })
  return { unit: checks.length === 1 ? 'page' : 'pages', checks }
}

/** A check for each operation, and one for each domain type that belongs to none. */
function toChecks(operations: string[], differences: EditionDifference[]): Check[] {
  const others = differences.map(({ operation }) => operation).filter((name) => !operations.includes(name))
  return [...operations, ...new Set(others)].map((name) => {
    const findings = differences
      .filter(({ operation }) => operation === name)
      .map((difference) => toFinding(difference))
    return { name: ids.get(name) ?? name, findings }
  })
}

function toFinding(difference: EditionDifference): Finding {
  const { operation, place, field, isInLatest } = difference
  const [method, path] = operation.split(' ')
  return {
    kind: isInLatest ? 'undocumented' : 'violation',
    code: toCode(difference),
    message: toSentence(difference),
    operationId: ids.get(operation),
    // The name of a domain type is none of an operation.
    ...(path !== undefined && { method, path }),
    place,
    field,
    ...toValues(difference),
  }
}

const ids = new Map(
  Object.entries({ ...specOperations, ...latestOperations }).map(([id, { method, path }]) => [`${method} ${path}`, id]),
)
