/** Each function that a user gives to this package may be async: what it rejects with is the caller's, and ends no process. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const entry = (name: string) => JSON.stringify(new URL(`../../src/${name}/index.ts`, import.meta.url).href)

/** A name, and a call of a user whose callback of that name is `rejects`. */
const callbacks: [string, string][] = [
  ['apiToken', `createClient({ ...options, apiToken: rejects }).servers.read('docs')`],
  ['fetch', `createClient({ ...options, fetch: rejects }).servers.read('docs')`],
  ['hooks.request', `createClient({ ...options, hooks: { request: rejects } }).servers.read('docs')`],
  ['hooks.response', `createClient({ ...options, hooks: { response: rejects } }).servers.read('docs')`],
  [
    'hooks.retry',
    `createClient({ ...options, fetch: busy, maxRetries: 1, hooks: { retry: rejects } }).servers.read('docs')`,
  ],
  ['onViolation of contractFetch', `contractFetch(odd, { onViolation: rejects, onUndocumented: () => {} })(address)`],
  [
    'onViolation of contractFetch, before a request',
    `contractFetch(odd, { onViolation: rejects })(address + '?page=x')`,
  ],
  [
    'onUndocumented of contractFetch',
    `contractFetch(odd, { onUndocumented: rejects, onViolation: () => {} })(address)`,
  ],
  ['onRequest of createMock', `createMock({ onRequest: rejects }).fetch(address)`],
  ['onStep of apply', `apply(mcp, plan({ servers: [server] }, await readState(mcp)), { onStep: rejects })`],
]

test.each(callbacks)('%s may reject', async (_, call) => {
  const program = `
    import { setTimeout as wait } from 'node:timers/promises'
    import { createClient } from ${entry('client')}
    import { contractFetch } from ${entry('contract')}
    import { createMock } from ${entry('mock')}
    import { apply, plan, readState } from ${entry('plan')}
    const rejects = async () => { throw new Error('of the callback') }
    const server = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' }
    const busy = async () => new Response('', { status: 503 })
    const odd = async () => Response.json({ success: true, result: { id: 'docs', mood: 'new' } })
    const address = 'https://api.cloudflare.com/client/v4/accounts/a/access/ai-controls/mcp/servers/docs'
    const options = { accountId: 'a', apiToken: 'any', maxRetries: 0, fetch: createMock({ servers: [server] }).fetch }
    const mcp = createClient({ ...options, fetch: createMock().fetch })
    const call = async () => ${call}
    console.log(await call().then(() => 'resolved', (error) => error.message.includes('of the callback')))
    await wait(50)
    console.log('alive')`
  // Node ends a process at the first rejection that nobody handles.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  expect(stderr).toBe('')
  expect(stdout).toBe('true\nalive\n')
})
