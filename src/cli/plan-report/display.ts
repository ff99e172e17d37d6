import { createShow } from '../../client/http/redact.ts'
import { mapStrings } from '../plan-file/variables.ts'

/** What turns values into what may be shown of them. */
export interface Display {
  /** A text that somebody else wrote, or a mark in its place where it holds a secret. */
  text(text: string): string
  /** A copy of plain data: a string with variables as it is written in the file, no string with a secret. */
  value(value: unknown): unknown
}

export function createDisplay(templates: ReadonlyMap<string, string>, secrets: readonly string[]): Display {
  const text = createShow([...secrets, process.env.CLOUDFLARE_API_TOKEN ?? ''])
  return {
    text,
    value: (value) => mapStrings(value, (each) => templates.get(each) ?? text(each)),
  }
}
