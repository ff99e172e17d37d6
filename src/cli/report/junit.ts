import type { FailOn } from '../shell/options.ts'
import { nameOfThisPackage, versionOfThisPackage } from '../shell/package.ts'
import { visible } from '../shell/visible.ts'
import { type Check, count, type Finding, isFailure, type Report, toSentence } from './report.ts'

/** For test reports: a test case for each check, with at most one failure, which lists all that is wrong. */
export function junit(report: Report, failOn: FailOn): string {
  const { command, target, spec, checks, hints } = report
  const { failed, unchecked, skipped, 'not run': notRun } = count(report, failOn)
  const time = seconds(checks.reduce((sum, { duration = 0 }) => sum + duration, 0))
  const counts = `tests="${checks.length}" failures="${failed}" errors="${unchecked}" skipped="${skipped + notRun}" time="${time}"`
  const properties = { version: versionOfThisPackage, target, spec: spec.version, edition: spec.edition }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${nameOfThisPackage} ${command}" ${counts}>`,
    `  <testsuite name="${command}" ${counts}>`,
    '    <properties>',
    ...Object.entries(properties).map(([name, value]) => `      <property name="${name}" value="${xml(value)}"/>`),
    '    </properties>',
    ...checks.map((check) => testCase(command, check, failOn)),
    ...(hints.length > 0 ? [`    <system-out>${lines(hints)}</system-out>`] : []),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function testCase(command: string, check: Check, failOn: FailOn): string {
  const { name, findings, duration = 0, skipped, notRun } = check
  const failures = findings.filter(({ kind }) => isFailure(kind, failOn))
  const errors = findings.filter(({ kind }) => kind === 'unchecked' || kind === 'left')
  const others = findings.filter((finding) => !failures.includes(finding) && !errors.includes(finding))
  const isNotRun = failures.length + errors.length === 0 && (skipped ?? notRun) !== undefined
  const inside = [
    ...(failures.length > 0 ? [element('failure', failures)] : errors.length > 0 ? [element('error', errors)] : []),
    ...(isNotRun ? [`      <skipped message="${xml(skipped ?? `not run, ${notRun}`)}"/>`] : []),
    ...(others.length > 0 ? [`      <system-out>${messages(others)}</system-out>`] : []),
    // A test case has one failure or one error.
    ...(failures.length > 0 && errors.length > 0 ? [`      <system-err>${messages(errors)}</system-err>`] : []),
  ]
  const head = `    <testcase classname="${command}" name="${xml(name)}" time="${seconds(duration)}"`
  return inside.length === 0 ? `${head}/>` : [`${head}>`, ...inside, '    </testcase>'].join('\n')
}

function element(name: 'failure' | 'error', findings: Finding[]): string {
  const first = findings
    .slice(0, 1)
    .map((finding) => xml(toSentence(finding)))
    .join('')
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  return `      <${name} message="${first}${more}">${messages(findings)}</${name}>`
}

const messages = (findings: Finding[]): string => lines(findings.map(toSentence))
const lines = (texts: string[]): string => texts.map(xml).join('\n')
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 cannot hold is none of the characters that `visible` leaves. */
const xml = (value: string): string => visible(value).replace(/[&<>"]/g, (character) => entities[character]!)
