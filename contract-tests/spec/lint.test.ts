import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js')
const text = readFileSync(join(root, 'generated/openapi.json'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'lint-'))
afterAll(() => rmSync(folder, { recursive: true }))

const object = '{"type":"object","description":"Something without a name."}'
const envelope = '{"$ref":"#/components/schemas/McpPortalEnvelope"}'

/** What generators turn into clumsy types, or choke on. */
test.each([
  ['an anonymous result', '{"$ref":"#/components/schemas/McpServerSync"}', object, 'house/named-objects'],
  ['an anonymous item', '{"$ref":"#/components/schemas/ApiMessage"}', object, 'house/named-objects'],
  ['an anonymous body', `"schema":${envelope}`, `"schema":${object}`, 'rule/named-body'],
  ['alternatives', `"schema":${envelope}`, `"schema":{"oneOf":[${envelope}]}`, 'rule/no-alternatives'],
])('the lint refuses %s', async (name, from, to, rule) => {
  const compact = JSON.stringify(JSON.parse(text))
  expect(compact).toContain(from)
  const file = join(folder, `${name}.json`)
  writeFileSync(file, compact.replace(from, to))
  const lint = promisify(execFile)(process.execPath, [redocly, 'lint', file, '--format', 'json'], { cwd: root })
  const { stdout } = await lint.catch((failure: { stdout: string }) => failure)
  const { problems } = JSON.parse(stdout) as { problems: { ruleId: string }[] }
  expect(problems.map(({ ruleId }) => ruleId)).toContain(rule)
})
