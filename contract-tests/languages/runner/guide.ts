import { readFileSync } from 'node:fs'

const guide = readFileSync(new URL('../../../docs/other-languages.md', import.meta.url), 'utf8')

/** The commands that the guide tells the reader to give, of one section. */
export function commandsUnder(heading: string): string {
  const section = guide.split(/^## /m).find((text) => text.startsWith(`${heading}\n`))
  const blocks = [...(section ?? '').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands]) => commands)
  if (blocks.length === 0) throw new Error(`docs/other-languages.md has no commands under '${heading}'`)
  return blocks.join('')
}
