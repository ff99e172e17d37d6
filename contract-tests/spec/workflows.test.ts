import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StartedMock, startMockCommand } from '../mock/started.ts'
import { accountId, apiToken } from '../support/account.ts'
import { description } from '../support/description.ts'
import { buildCommand, removeCommand } from '../verify/command.ts'

const root = join(import.meta.dirname, '../..')
const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js')
const published = join(root, 'generated/workflows/main-job.arazzo.yaml')
const folder = mkdtempSync(join(tmpdir(), 'workflows-'))
const upstream = join(folder, 'upstream.json')
let mock: StartedMock

beforeAll(async () => {
  writeFileSync(upstream, JSON.stringify({ 'https://docs.example.com/mcp': { tools: [{ name: 'search' }] } }))
  await buildCommand()
  mock = await startMockCommand('--upstream', upstream)
})
afterAll(async () => {
  await mock.end()
  await removeCommand()
  rmSync(folder, { recursive: true })
})

/** What `redocly respect` prints, and whether it found everything as the workflow says. */
async function respect(file: string): Promise<{ isOk: boolean; output: string }> {
  const inputs = ['--input', `accountId=${accountId}`, '--input', `apiToken=${apiToken}`]
  const words = [redocly, 'respect', file, '--server', `portals=${mock.url}`, ...inputs]
  const run = promisify(execFile)(process.execPath, words, { cwd: root })
  return run.then(
    ({ stdout, stderr }) => ({ isOk: true, output: stdout + stderr }),
    ({ stdout, stderr }) => ({ isOk: false, output: stdout + stderr }),
  )
}

async function control(path: string, method = 'GET'): Promise<unknown> {
  const response = await fetch(new URL(`/__mock/${path}`, mock.url), { method })
  return response.headers.get('content-type')?.includes('json') ? response.json() : response.text()
}

describe('the main job as an Arazzo workflow', () => {
  test('runs against the mock with every operation of the reference, and leaves nothing behind', async () => {
    const { isOk, output } = await respect(published)
    expect(output).toMatch(/Steps: (\d+) passed, \1 total/)
    expect(isOk).toBe(true)
    expect(output).not.toContain(apiToken)
    const requests = (await control('requests')) as { operation: string; body?: object }[]
    const operations = Object.values<object>(description.paths).flatMap((item) =>
      Object.values(item).flatMap(({ operationId }) => operationId ?? []),
    )
    expect([...new Set(requests.map(({ operation }) => operation))].sort()).toEqual(operations.sort())
    expect(requests.map(({ body }) => body)).toContainEqual({ name: 'Platform engineering' })
    expect(await control('state')).toEqual({ [accountId]: { servers: [], portals: [] } })
  })

  test('ends with the step that did not go as it says', async () => {
    await control('reset', 'POST')
    const broken = join(folder, 'workflows/broken.arazzo.yaml')
    mkdirSync(join(folder, 'workflows'))
    const text = readFileSync(published, 'utf8').replaceAll('../latest/', `${root}/generated/latest/`)
    writeFileSync(broken, text.replace("== 'find-docs'", "== 'search-docs'"))
    const { isOk, output } = await respect(broken)
    expect(isOk).toBe(false)
    expect(output).toContain('stepId - readPortal')
    const requests = (await control('requests')) as { operation: string }[]
    expect(requests.at(-1)?.operation).toBe('readPortal')
  })
})
