export interface Row {
  language: string
  generator: string
  version: string
  /** Operations that there are to try, and those that went as they should: each once an edition. */
  expected: number
  passed: number
  problems: string[]
  /** Milliseconds; none where the tools of the language are missing. */
  time?: number
}

/** The table, what was wrong, and the plain line that is counted: one for each operation and one for each language. */
export function report(rows: Row[]): { text: string; failed: number } {
  const cells = [
    ['language', 'generator', 'version', 'operations', 'time'],
    ...rows.map(({ language, generator, version, expected, passed, time }) => [
      language,
      generator,
      version,
      time === undefined ? 'not run' : `${passed} of ${expected}`,
      time === undefined ? '' : `${(time / 1000).toFixed(1)} s`,
    ]),
  ]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  const table = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const problems = rows.flatMap((row) => row.problems.map((problem) => `${row.language}: ${problem}`))
  const clean = rows.filter(({ problems, time }) => problems.length === 0 && time !== undefined)
  const passed = rows.reduce((sum, row) => sum + row.passed, 0) + clean.length
  const text = [...problems, '', ...table, '', `${passed} passed, ${problems.length} failed`]
  return { text: text.join('\n'), failed: problems.length }
}
