import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountId } from '../support/account.ts'
import { handle } from '../support/deviations/handle.ts'
import { type Deviate, isCreate, isDelete, isList, isRead, put } from '../support/deviations/make.ts'
import { startServer } from '../support/deviations/server.ts'
import { buildCommand, command, removeCommand, stable } from '../verify/command.ts'
import { onEnd } from './setup.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxy-'))
  await buildCommand()
})
afterAll(() => Promise.all([removeCommand(), rm(folder, { recursive: true })]))

/** Several deviations at once, so that a report has every kind of finding. */
const deviating: Deviate = (account, request) => {
  const response = handle(account, request)
  if (isCreate(request)) return put('/result/favourite_color', 'orange')(response)
  if (isList(request)) return put('/result_info/per_page', '20')(response)
  if (isRead(request)) return put('/result/tools', undefined)(response)
  if (isDelete(request)) return { status: 204, body: '' }
  return response
}

/** A program that does some things wrong itself. */
const program = `
  const { CLOUDFLARE_BASE_URL: url, CLOUDFLARE_API_TOKEN: token } = process.env
  const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/json' }
  const send = (method, path, body) =>
    fetch(url + '/accounts/${accountId}/access/ai-controls/mcp' + path, { method, headers, body: JSON.stringify(body) }).then((response) => response.text())
  await send('POST', '/servers', { id: 'docs', naem: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' })
  await send('POST', '/portals', { id: 'all', name: 'All', hostname: 'mcp.example.com' })
  for (const _ of [1, 2, 3]) await send('GET', '/servers/number-1')
  await send('PUT', '/servers/number-1', { name: 'One', created_at: '2026-01-01' })
  await send('GET', '/servers?per_page=500')
  await send('DELETE', '/portals/number-1')
  await send('GET', '/portals/number-1/tools')
  await fetch(url + '/user/tokens/verify').then((response) => response.text())
`

test.each([
  ['text', 'failed.txt'],
  ['json', 'failed.json'],
  ['junit', 'failed.xml'],
  ['github', 'failed.github.txt'],
])('a report is as it was reviewed: %s', async (reporter, golden) => {
  const server = await startServer({ items: 1, deviation: deviating })
  onEnd(server.close)
  const file = join(folder, reporter)
  const run = ['--', process.execPath, '--input-type=module', '--eval', program]
  const { exitCode } = await command(['proxy', '--upstream', server.url, '--reporter', `${reporter}=${file}`, ...run])
  expect(exitCode).toBe(1)
  await expect(stable(await readFile(file, 'utf8'))).toMatchFileSnapshot(`golden/${golden}`)
})
