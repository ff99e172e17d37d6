/** Measures what each client costs for the same work, and prints one table. */
import { cpus } from 'node:os'
import { installPackedClient } from './prepare.ts'
import { measures } from './rows.ts'
import { type Row, table } from './table.ts'

installPackedClient()
const rows: Row[] = []
for (const measure of measures) {
  const start = performance.now()
  const measured = await measure()
  rows.push(...measured)
  console.error(`${measured.map(({ what }) => what).join('; ')}: ${Math.round((performance.now() - start) / 1000)} s`)
}
const processors = cpus()
console.log(`\n${processors.length} × ${processors[0]?.model}, Node ${process.versions.node}, ${process.platform}`)
console.log(`${new Date().toISOString().slice(0, 10)}, \`npm run bench\`\n`)
console.log(table(rows))
