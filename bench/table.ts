import { type Figures, names } from './clients/index.ts'

/** One line of the table: a figure of every client, and what this client's should be. */
export interface Row {
  what: string
  figures: Figures
  show(figure: number, bare: number): string
  /** Without them the row is for information. */
  targets?: Target[]
}

export interface Target {
  text: string
  met(figures: Figures): boolean
}

/** As Markdown, so that it can be put into the README as it is. */
export function table(rows: Row[]): string {
  const lines = rows.map(({ what, figures, show, targets = [] }) => {
    const cells = names.map((name) => show(figures[name], figures['bare-fetch']))
    const verdicts = targets.map(({ text, met }) => `${text}: ${met(figures) ? 'met' : '**missed**'}`)
    return [what, ...cells, verdicts.join('; ')]
  })
  const head = ['', ...names, 'target of this client']
  const rule = head.map((_, column) => (column === 0 || column > names.length ? '---' : '--:'))
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const whole = (figure: number) => (Math.round(figure) || 0).toLocaleString('en') // no -0

export const ratio = (figure: number, bare: number) => (figure / bare).toFixed(2)
