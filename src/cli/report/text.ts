import type { FailOn } from '../shell/options.ts'
import { nameOfThisPackage, versionOfThisPackage } from '../shell/package.ts'
import { visible } from '../shell/visible.ts'
import { type Check, countsOf, type Finding, type Report, type Status, statusOf } from './report.ts'

const marks: Record<Status, string> = { passed: '✓', failed: '✗', unchecked: '?', 'not run': '-' }

/** For a person. */
export function text(report: Report, failOn: FailOn): string {
  const { command, target, spec, checks, hints } = report
  const run = checks.filter(({ notRun, findings }) => notRun === undefined || findings.length > 0)
  const undocumented = checks.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'undocumented'))
  return [
    `${nameOfThisPackage} ${versionOfThisPackage} ${command}: ${target}`,
    `spec ${spec.version}, edition ${spec.edition}`,
    '',
    ...run.flatMap((check) => [`${marks[statusOf(check, failOn)]} ${nameOf(check)}`, ...check.findings.flatMap(line)]),
    ...notRun(report),
    ...(undocumented.length > 0
      ? ['', 'Undocumented, new in the API:', ...undocumented.map(({ message }) => `  ${message}`)]
      : []),
    ...(hints.length > 0 ? ['', ...hints.map((hint) => `Hint: ${hint}`)] : []),
    '',
    summary(report, failOn),
    '',
  ]
    .map(visible)
    .join('\n')
}

const nameOf = ({ name, duration }: Check): string =>
  duration === undefined ? name : `${name} (${Math.round(duration)} ms)`

/** Undocumented findings have a part of the report to themselves, since one is often all there is to say. */
function line({ kind, message }: Finding): string[] {
  if (kind === 'undocumented') return []
  return [`    ${kind === 'note' ? 'note: ' : ''}${message}`]
}

/** After a fatal failure one line says it for all the checks that it kept from being run. */
function notRun({ checks, unit }: Report): string[] {
  const byReason = new Map<string, string[]>()
  for (const { name, notRun, findings } of checks) {
    if (notRun !== undefined && findings.length === 0) byReason.set(notRun, [...(byReason.get(notRun) ?? []), name])
  }
  return [...byReason].map(([reason, names]) =>
    names.length === 1 ? `- ${names[0]}: not run, ${reason}` : `- ${names.length} ${unit} not run: ${reason}`,
  )
}

function summary(report: Report, failOn: FailOn): string {
  const { passed, failed, unchecked, 'not run': not } = countsOf(report, failOn)
  return `${report.checks.length} ${report.unit}: ${passed} passed, ${failed} failed, ${unchecked} could not be checked, ${not} not run`
}
