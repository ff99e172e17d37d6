import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommand, removeCommand } from '../../verify/command.ts'
import { portal, server, setup, synced } from './setup.ts'

beforeAll(buildCommand)
afterAll(removeCommand)

/** The text of a page as a reader sees it, one blank between words. */
const textOf = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('plan --html writes a page of the portals, their tools as people see them, and what would change', async () => {
  const attachment = {
    ...{ server_id: 'docs', default_disabled: true },
    updated_tools: [{ name: 'search', alias: 'find', enabled: true }],
  }
  const { run, write, path } = await setup({ servers: [synced], portals: [{ ...portal, servers: [attachment] }] })
  const file = await write('portals.json', {
    portals: [
      { ...portal, name: 'Platform', servers: [attachment] },
      { ...portal, id: 'sales' },
    ],
  })
  const { exitCode } = await run(['plan', file, '--html', path('plan.html')])
  expect(exitCode).toBe(1)
  const text = textOf(await readFile(path('plan.html'), 'utf8'))
  expect(text).toContain('Plan: 1 to create, 1 to update.')
  expect(text).toContain('Engineering engineering update')
  expect(text).toContain('~ name: &quot;Engineering&quot; -&gt; &quot;Platform&quot;')
  expect(text).toContain('Tools are hidden unless switched on.')
  expect(text).toContain('search find')
  expect(text).toContain('fetch hidden')
  expect(text).toContain('new sales create')
  expect(text).toContain('Docs docs not in the file')
})

test('the page runs nothing and loads nothing, whatever a name holds, and shows no secret', async () => {
  const name = '<script>alert(1)</script><img src=x>'
  const { run, write, path } = await setup({ servers: [{ ...synced, name }] })
  const secret = 'hunter2-is-no-password'
  const file = await write('portals.json', {
    servers: [{ ...server, name: `${name} \${TOKEN}`, auth_credentials: '${TOKEN}' }],
  })
  expect((await run(['plan', file, '--html', path('plan.html')], { TOKEN: secret })).exitCode).toBe(1)
  const page = await readFile(path('plan.html'), 'utf8')
  expect(page).not.toMatch(/<(script|img|link|iframe)|src=(?!x&gt;)/)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).toContain("default-src 'none'")
  expect(page).not.toContain(secret)
})

test('a page that cannot be written is said before anything is read', async () => {
  const { run, write, mock } = await setup()
  const file = await write('portals.json', { servers: [server] })
  const { exitCode, stderr } = await run(['plan', file, '--html', '/'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('--html')
  expect(mock.requests).toEqual([])
})
