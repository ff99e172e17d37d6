import { readFileSync, writeFileSync } from 'node:fs'
import { extractReference } from '../../../src/drift/extract.ts'
import type { Contract } from '../../../src/drift/facts.ts'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node contract-tests/support/reference/write.ts REFERENCE.md')
const contract = extractReference(readFileSync(file, 'utf8'))
writeFileSync(new URL('reference.json', import.meta.url), print(contract))
const members = contract.operations.flatMap((operation) => operation.members)
console.log(
  `${contract.operations.length} operations, ${members.length} members, ${contract.domainTypes.length} domain types`,
)

/** One member a line, so that a change of the reference is a change of as many lines; as Biome would format it. */
function print({ operations, domainTypes }: Contract): string {
  const operationLines = operations.map(({ method, path, members }) => block({ method, path }, members))
  const typeLines = domainTypes.map(({ name, members }) => block({ name }, members))
  return `{\n  "operations": [\n${operationLines.join(',\n')}\n  ],\n  "domainTypes": [\n${typeLines.join(',\n')}\n  ]\n}\n`
}

function block(head: Record<string, string>, members: object[]): string {
  const headLines = Object.entries(head).map(([key, value]) => `      "${key}": ${inline(value)},`)
  const memberLines = members.map((member) => `        ${inline(member)}`)
  return `    {\n${headLines.join('\n')}\n      "members": [\n${memberLines.join(',\n')}\n      ]\n    }`
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([key, entry]) => `"${key}": ${inline(entry)}`)
    .join(', ')} }`
}
