/** Measures what each client costs for the same work, and prints the tables. */
import { cpus } from 'node:os'
import { costOfProxy } from './measures/proxy.ts'
import { installPackedClient } from './prepare.ts'
import { measures } from './rows.ts'
import { proxyTable, type Row, table } from './table.ts'

installPackedClient()
const rows: Row[] = []
for (const measure of measures) {
  const start = performance.now()
  const measured = await measure()
  rows.push(...measured)
  console.error(`${measured.map(({ what }) => what).join('; ')}: ${Math.round((performance.now() - start) / 1000)} s`)
}
const proxy = await costOfProxy()
const processors = cpus()
console.log(`\n${processors.length} × ${processors[0]?.model}, Node ${process.versions.node}, ${process.platform}`)
console.log(`${new Date().toISOString().slice(0, 10)}, \`npm run bench\`\n`)
console.log(table(rows))
console.log(`\n${proxyTable(proxy)}`)
