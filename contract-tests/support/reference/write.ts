import { readFileSync, writeFileSync } from 'node:fs'
import type { Contract } from '../../../src/drift/facts.ts'
import { parseReference } from '../../../src/drift/parse-reference.ts'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node contract-tests/support/reference/write.ts REFERENCE.md')
const contract = parseReference(readFileSync(file, 'utf8'))
writeFileSync(new URL('reference.json', import.meta.url), print(contract))
const fields = contract.operations.flatMap((operation) => operation.fields)
console.log(
  `${contract.operations.length} operations, ${fields.length} fields, ${contract.domainTypes.length} domain types`,
)

/** One field a line, so that a change of the reference is a change of as many lines; as Biome would format it. */
function print({ operations, domainTypes }: Contract): string {
  const operationLines = operations.map(({ method, path, fields }) => block({ method, path }, fields))
  const typeLines = domainTypes.map(({ name, fields }) => block({ name }, fields))
  return `{\n  "operations": [\n${operationLines.join(',\n')}\n  ],\n  "domainTypes": [\n${typeLines.join(',\n')}\n  ]\n}\n`
}

function block(head: Record<string, string>, fields: object[]): string {
  const headLines = Object.entries(head).map(([key, value]) => `      "${key}": ${inline(value)},`)
  const fieldLines = fields.map((field) => `        ${inline(field)}`)
  return `    {\n${headLines.join('\n')}\n      "fields": [\n${fieldLines.join(',\n')}\n      ]\n    }`
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([key, entry]) => `"${key}": ${inline(entry)}`)
    .join(', ')} }`
}
