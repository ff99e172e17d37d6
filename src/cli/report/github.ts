import type { FailOn } from '../shell/options.ts'
import { visible } from '../shell/visible.ts'
import { type FindingKind, isFailure, type Report, toSentence } from './report.ts'
import { text } from './text.ts'

const titles: Record<FindingKind, string> = {
  violation: 'Contract violated',
  undocumented: 'Undocumented',
  unchecked: 'Could not be checked',
  left: 'Left behind',
  note: 'Note',
}

/** For GitHub Actions: the text, and an annotation for each finding. */
export function github(report: Report, failOn: FailOn): string {
  const annotations = report.checks.flatMap(({ name, findings }) =>
    findings.map((finding) => {
      const { kind } = finding
      const isError = isFailure(kind, failOn) || kind === 'unchecked' || kind === 'left'
      const level = isError ? 'error' : kind === 'undocumented' ? 'warning' : 'notice'
      const title = kind === 'violation' && report.command === 'drift' ? 'Reference and spec differ' : titles[kind]
      return annotation(level, `${title}: ${name}`, toSentence(finding))
    }),
  )
  return text(report, failOn) + annotations.join('')
}

export function annotation(level: 'error' | 'warning' | 'notice', title: string, message: string): string {
  return `::${level} title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${escaped(message)}\n`
}

const escaped = (text: string): string => visible(text).replaceAll('%', '%25')
