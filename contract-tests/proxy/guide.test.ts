import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../docs/blocks.ts'
import { buildCommand, command, removeCommand } from '../verify/command.ts'

beforeAll(buildCommand)
afterAll(removeCommand)

/** Calls the mock as a program with two mistakes does. */
const program = `
  const url = process.env.CLOUDFLARE_BASE_URL + '/accounts/any/access/ai-controls/mcp/servers'
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
  const hostname = 'https://docs.example.com/mcp'
  const body = JSON.stringify({ id: 'docs', name: 'Docs', naem: 'Docs', hostname, auth_type: 'unauthenticated' })
  await fetch(url, { method: 'POST', headers, body })
  await fetch(url + '?per_page=500', { headers })
  for (const _ of [1, 2]) await fetch(url + '/docs', { headers })
`

test('the guide shows the report that such a program gets', async () => {
  const guide = await readFile(join(root, 'docs/contract-in-ci.md'), 'utf8')
  const shown = /^```text\n(.*?)^```$/ms.exec(guide)?.[1]
  const run = ['--', process.execPath, '--input-type=module', '--eval', program]
  const { stderr } = await command(['proxy', '--mock', ...run])
  const [, ...report] = stderr.split('\n')
  expect(report.join('\n').replace(/(portals|spec) \d+\.\d+\.\d+/g, '$1 VERSION')).toBe(shown)
})
