import type { Outcome } from './cases/index.ts'

const mostShown = 5

/** How one runtime did. */
export interface Row {
  name: string
  version: string
  how: string
  cases: Outcome[]
  checks: Outcome[]
  /** Why there are no outcomes, if there are none. */
  trouble?: string
  /** Whether the runtime is not here, which is no failure where nothing promises it. */
  isMissing?: boolean
  /** Milliseconds. */
  time: number
}

/** What failed, the table, and the plain line that is counted. */
export function report(rows: Row[], expected: number, isComplete: boolean): { text: string; failed: number } {
  const troubles = rows.map((row) => troubleOf(row, expected, isComplete).map((what) => `${row.name}: ${what}`))
  const failed = troubles.flat().length
  const passed = rows.reduce((sum, { cases, checks }) => sum + passedOf(cases) + passedOf(checks), 0)
  const table = aligned([
    ['runtime', 'version', 'imported by', 'cases', 'own checks', 'time'],
    ...rows.map((row) => [
      row.name,
      row.version,
      row.how,
      row.isMissing ? 'missing' : `${passedOf(row.cases)}/${expected}`,
      row.checks.length === 0 ? '' : `${passedOf(row.checks)}/${row.checks.length}`,
      row.isMissing ? '' : `${(row.time / 1000).toFixed(1)} s`,
    ]),
  ])
  const shown = troubles.flatMap(firstOf)
  const text = [...shown, ...(failed > 0 ? [''] : []), table, '', `${passed} passed, ${failed} failed`]
  return { text: text.join('\n'), failed }
}

function troubleOf({ cases, checks, trouble, isMissing }: Row, expected: number, isComplete: boolean): string[] {
  if (isMissing) return isComplete ? ['is missing'] : []
  if (trouble !== undefined) return [trouble]
  const failed = [...cases, ...checks].filter(({ failure }) => failure !== undefined)
  const lost = cases.length === expected ? [] : [`${cases.length} of ${expected} cases were run`]
  return [...failed.map(({ name, failure }) => `${name}\n    ${failure?.replaceAll('\n', '\n    ')}`), ...lost]
}

// One mistake can fail every case of every runtime.
function firstOf(troubles: string[]): string[] {
  const rest = troubles.length - mostShown
  return rest > 0 ? [...troubles.slice(0, mostShown), `… and ${rest} more`] : troubles
}

function passedOf(outcomes: Outcome[]): number {
  return outcomes.filter(({ failure }) => failure === undefined).length
}

function aligned(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
