import type { CaseResult } from '../verify/index.ts'
import { annotation } from './annotation.ts'

/** The results of `verify` as text for a person, a program, a test report, or GitHub Actions. */
export const reporters: Record<'text' | 'json' | 'junit' | 'github', (results: CaseResult[]) => string> = {
  text,
  json: (results) => `${JSON.stringify({ ok: results.every(({ ok }) => ok), results }, null, 2)}\n`,
  junit,
  github: (results) => text(results) + results.map(annotations).join(''),
}

function text(results: CaseResult[]): string {
  const cases = results.flatMap(({ name, ok, violations, failure, duration }) => [
    `${ok ? '✓' : violations.length > 0 ? '✗' : '-'} ${name} (${Math.round(duration)} ms)`,
    ...violations.map(({ message }) => `    ${message}`),
    ...(failure === undefined ? [] : [`    ${failure}`]),
  ])
  const undocumented = results.flatMap((result) => result.undocumented.map(({ message }) => `  ${message}`))
  const violated = results.filter(({ violations }) => violations.length > 0).length
  const met = results.filter(({ ok }) => ok).length
  return [
    ...cases,
    ...(undocumented.length > 0 ? ['', 'New in the API, and not in the spec:', ...undocumented] : []),
    '',
    `${results.length} cases: ${met} met, ${violated} violated, ${results.length - met - violated} could not be run`,
    '',
  ].join('\n')
}

function annotations({ name, violations, undocumented, failure }: CaseResult): string {
  return [
    ...violations.map(({ message }) => annotation('error', `Contract violated: ${name}`, message)),
    ...(failure === undefined ? [] : [annotation('error', `Not run: ${name}`, failure)]),
    ...undocumented.map(({ message }) => annotation('warning', 'New in the API', message)),
  ].join('')
}

function junit(results: CaseResult[]): string {
  const failed = results.filter(({ violations }) => violations.length > 0)
  const errors = results.filter(({ failure }) => failure !== undefined)
  const total = results.reduce((sum, { duration }) => sum + duration, 0)
  const counts = `tests="${results.length}" failures="${failed.length}" errors="${errors.length}" time="${seconds(total)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cloudflare-mcp-portals verify" ${counts}>`,
    `  <testsuite name="contract" ${counts}>`,
    ...results.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function testCase({ name, violations, undocumented, failure, duration }: CaseResult): string {
  const inside = [
    ...violations.map(({ message }) => `      <failure message="${xml(message)}"/>`),
    ...(failure === undefined ? [] : [`      <error message="${xml(failure)}"/>`]),
    ...(undocumented.length > 0
      ? [`      <system-out>${xml(undocumented.map(({ message }) => message).join('\n'))}</system-out>`]
      : []),
  ]
  const head = `    <testcase classname="contract" name="${xml(name)}" time="${seconds(duration)}"`
  return inside.length === 0 ? `${head}/>` : [`${head}>`, ...inside, '    </testcase>'].join('\n')
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' }

function xml(value: string): string {
  // What XML 1.0 cannot hold at all is left out.
  const kept = [...value].filter((character) => character >= ' ' || character === '\n' || character === '\t')
  return kept.map((character) => entities[character] ?? character).join('')
}
