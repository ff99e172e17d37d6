/**
 * Generates a client in each language (`npm run test:languages [name…]`: or in those that are named), builds it and runs
 * a program with it, by the very commands of docs/other-languages.md: of the reference edition against Prism, of the
 * latest against the mock with a memory. Where the tools of a language are missing it says so and goes on; with CI=true
 * that is a failure.
 */
import { startPrism } from '../../scripts/prism.ts'
import { attempt } from './runner/attempt.ts'
import { languages, mcpServers, schemathesis } from './runner/languages.ts'
import { type Row, report } from './runner/report.ts'

// Much of what they do waits for one core or for a registry: two at once.
const lanes = 2

async function main(): Promise<number> {
  const all = [...languages, ...mcpServers, schemathesis]
  const names = process.argv.slice(2)
  const unknown = names.filter((name) => !all.some((language) => language.name === name))
  if (unknown.length > 0) throw new Error(`No such language: ${unknown}. There are ${all.map(({ name }) => name)}`)
  const chosen = all.filter(({ name }) => names.length === 0 || names.includes(name))
  const prism = await startPrism()
  try {
    const rows: Row[] = []
    const left = chosen.values()
    const work = async () => {
      for (const language of left) rows.push(await attempt(language, prism.url))
    }
    await Promise.all(Array.from({ length: lanes }, work))
    const { text, failed } = report(rows)
    console.log(text)
    return failed
  } finally {
    await prism.close()
  }
}

process.exitCode = (await main()) > 0 ? 1 : 0
