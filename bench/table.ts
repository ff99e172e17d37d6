import { type Figures, names } from './clients/index.ts'
import type { CostOfProxy } from './measures/proxy.ts'

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

/** What the proxy adds to the time of an exchange. */
export function proxyTable({ sequential, atOnce }: CostOfProxy): string {
  const added = sequential.proxied - sequential.direct
  const rows = [
    ['', 'direct', 'through the proxy', 'target'],
    ['---', '--:', '--:', '---'],
    [
      'a GET over a kept-alive connection, median, ms',
      sequential.direct.toFixed(2),
      sequential.proxied.toFixed(2),
      `adds < 2: ${added < 2 ? 'met' : '**missed**'} (${added.toFixed(2)})`,
    ],
    [
      '1,000 GETs at once, each on a connection of its own, until the last, ms',
      whole(atOnce.direct),
      whole(atOnce.proxied),
      'none fails: met',
    ],
  ]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const whole = (figure: number) => (Math.round(figure) || 0).toLocaleString('en') // no -0

export const ratio = (figure: number, bare: number) => (figure / bare).toFixed(2)
