/** A sentence with a value in the place of each `{name}`; with nothing where there is none. */
export function fill(sentence: string, values: Record<string, string | number | undefined>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
