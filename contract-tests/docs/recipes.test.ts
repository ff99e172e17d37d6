import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createClient, type PortalServerAttachment } from '../../src/client/index.ts'
import { createMock, type Mock } from '../../src/mock/index.ts'
import { serve } from '../../src/mock/serve.ts'
import { accountId, apiToken, environmentOf } from '../support/account.ts'
import { blocksOf, programOf, root } from './blocks.ts'

// Inside the package, so that a recipe imports it by its name.
const folder = join(root, 'reports/recipes')

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
})

/** The program of the recipe with that title. */
function recipe(title: string, language = 'ts', guide = 'docs/recipes.md'): string {
  const lines = readFileSync(join(root, guide), 'utf8').split('\n')
  const start = lines.indexOf(`## ${title}`) + 1
  const next = lines.findIndex((line, at) => at >= start && line.startsWith('## '))
  const found = blocksOf(guide, '', language).find(({ where }) => {
    const line = Number(where.split(':')[1])
    return start > 0 && line > start && (next < 0 || line <= next)
  })
  if (!found) throw new Error(`${guide} has no program '${title}'`)
  return found.code
}

const tools = ['search', 'read_page', 'purge'].map((name) => ({ name }))
const server = (id: string) => ({
  id,
  name: id,
  hostname: `https://${id}.example.com/mcp`,
  auth_type: 'unauthenticated' as const,
  tools,
})

/** An account with a portal of two servers, one of them with aliases, as it is read. */
function createAccount(more: string[] = []): Mock {
  const servers = ['docs', 'wiki', 'jira', ...more].map(server)
  const attached = [
    { server_id: 'docs', updated_tools: [{ name: 'search', alias: 'old-name', description: 'Finds' }] },
    { server_id: 'jira', on_behalf: false, updated_tools: [{ name: 'purge', enabled: false }] },
  ]
  const portal = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com', servers: attached }
  return createMock({ servers, portals: [portal], latency: 20 })
}

/** Runs a recipe as a reader would, against that mock. Returns what it prints and how many requests were under way at most. */
async function run(mock: Mock, title: string, guide?: string) {
  let now = 0
  let most = 0
  const { url, close } = await serve(async (request) => {
    most = Math.max(most, ++now)
    const response = await mock.fetch(request)
    now--
    return response
  })
  onTestFinished(close)
  const file = join(folder, `${title.toLowerCase().replaceAll(/\W+/g, '-')}.ts`)
  writeFileSync(file, programOf(recipe(title, 'ts', guide)))
  const env = { ...process.env, ...environmentOf(url) }
  const { stdout } = await promisify(execFile)(process.execPath, [file], { env })
  return { stdout, most }
}

/** The servers of the portal as the account holds them. */
const attachments = (mock: Mock) => mock.state()[accountId]?.portals[0]?.servers

// As the account holds them before a recipe.
let docs: PortalServerAttachment
let jira: PortalServerAttachment
beforeAll(async () => {
  const mock = createAccount()
  await createClient({ fetch: mock.fetch, accountId, apiToken }).portals.read('engineering')
  const [first, second] = attachments(mock) ?? []
  if (!first || !second) throw new Error('the portal has no servers')
  docs = first
  jira = second
})

describe('the recipe', () => {
  test('for an allow-list hides all but those tools, keeps their aliases, and leaves other servers alone', async () => {
    const mock = createAccount()
    await run(mock, 'Allow a few tools, and nothing else')
    expect(attachments(mock)).toEqual([
      {
        ...docs,
        default_disabled: true,
        updated_tools: [
          { name: 'search', alias: 'old-name', description: 'Finds', enabled: true },
          { name: 'read_page', enabled: true },
        ],
      },
      jira,
    ])
  })

  test('for attaching adds a server once, and leaves the others alone', async () => {
    const mock = createAccount()
    for (const _ of [1, 2]) {
      await run(mock, 'Attach one server')
      const servers = attachments(mock)
      expect(servers).toContainEqual(docs)
      expect(servers).toContainEqual(jira)
      expect(servers?.map(({ server_id }) => server_id).sort()).toEqual(['docs', 'jira', 'wiki'])
    }
  })

  test('for detaching takes a server out of the portal, and leaves the others and the account alone', async () => {
    const mock = createAccount()
    await run(mock, 'Attach one server')
    await run(mock, 'Detach one server')
    expect(attachments(mock)).toEqual([docs, jira])
    expect(mock.state()[accountId]?.servers.map(({ id }) => id)).toContain('wiki')
  })

  test('for renaming changes the alias of one tool alone', async () => {
    const mock = createAccount()
    await run(mock, 'Rename a tool')
    expect(attachments(mock)).toEqual([
      { ...docs, updated_tools: [{ name: 'search', alias: 'find-docs', description: 'Finds' }] },
      jira,
    ])
  })

  test('for syncing reaches every server, three at a time, over a 429 and a failure', async () => {
    const ids = Array.from({ length: 9 }, (_, at) => `more-${at}`)
    const mock = createAccount(ids)
    mock.fault({ operation: 'syncServer', retryAfter: 1 })
    mock.fault({ operation: 'syncServer', status: 400 })
    const { stdout, most } = await run(mock, 'Sync many servers politely')
    expect(stdout.trim().split('\n').length).toBe(12)
    expect(stdout.match(/ failed: /g)?.length).toBe(1)
    expect(stdout.match(/ ready /g)?.length).toBe(11)
    expect(most).toBe(3)
  })

  test.each([
    ['arrives', {}, 1],
    ['is lost on the way', { drop: 'before' as const }, 2],
    ['is carried out, and its response lost', { drop: 'after' as const }, 1],
    ['may have been carried out, says a 504', { status: 504 }, 2],
  ])('for an unknown outcome ends with one portal where the create %s', async (_, fault, creates) => {
    const mock = createMock()
    if (Object.keys(fault).length > 0) mock.fault({ operation: 'createPortal', ...fault })
    const { stdout } = await run(mock, 'Did it happen?', 'docs/errors-and-retries.md')
    expect(stdout).toBe('engineering\n')
    expect(mock.state()[accountId]?.portals.map(({ id }) => id)).toEqual(['engineering'])
    expect(mock.requests.filter(({ operation }) => operation === 'createPortal')).toHaveLength(creates)
  })

  test('for tests passes under `node --test`', async () => {
    const file = join(folder, 'add-server.test.mjs')
    writeFileSync(file, recipe('Test code that uses the client', 'js'))
    // Without the variable by which one test runner knows that it was started by another.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const { stdout } = await promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap', file], { env })
    expect(stdout).toContain('# pass 5')
    expect(stdout).toContain('# fail 0')
  })
})
