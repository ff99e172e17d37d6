import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { github } from '../../src/cli/report/github.ts'
import { json } from '../../src/cli/report/json.ts'
import { junit } from '../../src/cli/report/junit.ts'
import type { Finding, Report } from '../../src/cli/report/report.ts'
import { text } from '../../src/cli/report/text.ts'

const writers = { text, json, junit, github }

/** What a terminal, a CI runner or a parser of XML acts on. */
const pieces = [
  '\n',
  '\r',
  '\x1b[2J',
  '\x9b31m',
  '\x00',
  '\x07',
  '\uFFFF',
  '\uFFFE',
  '\uD800',
  '\u2028',
  '\u202E',
  ']]>',
  '<!--',
  '&lt;',
  '"',
]
const commands = [
  '::error::forged',
  '::add-mask::x',
  '##[error]',
  '##vso[task.complete]',
  '##teamcity[x]',
  '%0A::error::',
]
const hostile = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...pieces), fc.constantFrom(...commands)), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''))

const kinds = fc.constantFrom<Finding['kind']>('violation', 'undocumented', 'unchecked', 'left', 'note')
const finding = fc.record<Finding>({
  kind: kinds,
  code: hostile,
  message: hostile,
  path: hostile,
  method: hostile,
  received: hostile,
})
const check = fc.record(
  { name: hostile, findings: fc.array(finding, { maxLength: 3 }), notRun: hostile, skipped: hostile },
  { requiredKeys: ['name', 'findings'] },
)
const report: fc.Arbitrary<Report> = fc.record({
  command: fc.constant('verify'),
  target: hostile,
  spec: fc.constant({ version: '1.0.0', edition: 'reference' as const }),
  unit: fc.constant('cases'),
  checks: fc.array(check, { maxLength: 4 }),
  hints: fc.array(hostile, { maxLength: 2 }),
})

const ours =
  /^::(error|warning|notice) title=(Contract violated|Undocumented|Could not be checked|Left behind|Note)%3A /

test.each(Object.keys(writers) as (keyof typeof writers)[])(
  '%s gives nobody a command, whatever a server says',
  (name) => {
    fc.assert(
      fc.property(report, fc.constantFrom('violation' as const, 'undocumented' as const), (given, failOn) => {
        const written = writers[name](given, failOn)
        expect(written).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u)
        expect(written).not.toContain('##')
        for (const line of written.split('\n')) if (/^\s*::/.test(line)) expect(line).toMatch(ours)
        expect(written.match(/\n::(?!error |warning |notice )/)).toBeNull()
      }),
      { numRuns: 300 },
    )
  },
)

test('json holds what the server said, letter for letter', () => {
  fc.assert(
    fc.property(report, (given) => {
      const { checks } = JSON.parse(json(given, 'violation'))
      expect(checks.map(({ name }: { name: string }) => name)).toEqual(given.checks.map(({ name }) => name))
      const received = given.checks.flatMap(({ findings }) => findings.map((it) => it.received))
      expect(checks.flatMap(({ findings }: { findings: Finding[] }) => findings.map((it) => it.received))).toEqual(
        received,
      )
    }),
  )
})

test('junit is XML, with a test case for each check and at most one failure or error in it', () => {
  fc.assert(
    fc.property(report, (given) => {
      const cases: string[][] = []
      const parser = new SaxesParser()
      parser.on('error', (error) => {
        throw error
      })
      parser.on('opentag', ({ name }) => {
        if (name === 'testcase') cases.push([])
        else if (name !== 'system-out' && name !== 'system-err') cases.at(-1)?.push(name)
      })
      parser.write(junit(given, 'undocumented')).close()
      expect(cases).toHaveLength(given.checks.length)
      for (const inside of cases) expect(inside.length).toBeLessThanOrEqual(1)
    }),
  )
})
