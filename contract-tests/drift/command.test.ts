import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../../src/drift/facts.ts'
import { renderReference } from '../support/reference/render.ts'
import { buildCommand, command, removeCommand } from '../verify/command.ts'

let folder: string
const reference: Contract = JSON.parse(
  await readFile(new URL('../support/reference/reference.json', import.meta.url), 'utf8'),
)

/** A part of the reference: what is about portals, or about servers. */
const about = (resource: string): Contract => ({
  operations: reference.operations.filter(({ path }) => path.includes(`/mcp/${resource}`)),
  domainTypes: reference.domainTypes.filter(({ name }) => name.toLowerCase().startsWith(resource.slice(0, -1))),
})

/** The reference after Cloudflare gave a read server one more field, and a portal's name another type. */
function grown(): Contract {
  const operations = reference.operations.map((operation) => ({
    ...operation,
    fields: operation.fields.flatMap((field) => {
      const isName =
        operation.method === 'DELETE' && operation.path.endsWith('/portals/{id}') && field.path === 'result.name'
      const isLast =
        operation.method === 'GET' && operation.path.endsWith('/servers/{id}') && field.path === 'result.updated_tools'
      const more = { ...field, path: 'result.code_mode', type: 'string' }
      return isLast ? [field, more] : [isName ? { ...field, type: 'number' } : field]
    }),
  }))
  return { ...reference, operations }
}

const file = (name: string) => join(folder, name)

beforeAll(async () => {
  await buildCommand()
  folder = await mkdtemp(join(tmpdir(), 'drift-'))
  await writeFile(file('whole.md'), renderReference(reference, 'published'))
  await writeFile(file('collapsed.md'), renderReference(reference, 'collapsed'))
  await writeFile(file('portals.md'), renderReference(about('portals'), 'published'))
  await writeFile(file('servers.md'), renderReference(about('servers'), 'collapsed'))
  await writeFile(file('grown.md'), renderReference(grown(), 'published'))
  await writeFile(file('cut.md'), renderReference(reference, 'published').slice(0, 9_000))
})

afterAll(() => Promise.all([removeCommand(), rm(folder, { recursive: true })]))

describe('drift exits with 0 where the reference and the spec say the same', () => {
  const agreed = expect.stringMatching(/\n11 operations, 501 fields of the reference: 11 passed, 0 failed\n$/)

  test.each([[['whole.md']], [['collapsed.md']], [['portals.md', 'servers.md']], [['whole.md', 'collapsed.md']]])(
    'on %o',
    async (names) => {
      const files = names.map(file)
      expect(await command(['drift', ...files])).toEqual({ exitCode: 0, stdout: agreed, stderr: '' })
    },
  )

  test('on the standard input', async () => {
    const { exitCode, stdout } = await command(['drift', '-'], {}, renderReference(reference, 'published'))
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: agreed })
  })
})

describe('drift exits with 1 where they differ', () => {
  test('and says how', async () => {
    const { exitCode, stdout } = await command(['drift', file('grown.md')])
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(
      /^✗ deletePortal \(DELETE \S+\/portals\/\{id\}\)\n {4}response result.name: type is number in the reference, string in the spec$/m,
    )
    expect(stdout).toMatch(
      /^✗ readServer \(GET \S+\/servers\/\{id\}\)\n {4}response result.code_mode: in the reference \(string\), missing in the spec$/m,
    )
  })

  test('and gives JSON to programs', async () => {
    const { exitCode, stdout } = await command(['drift', '--reporter', 'json', file('portals.md')])
    expect(exitCode).toBe(1)
    const { checks, counts } = JSON.parse(stdout)
    expect(counts).toEqual({ passed: 5, failed: 6, unchecked: 0, skipped: 0, notRun: 0 })
    expect(checks[5]).toMatchObject({
      name: 'listServers (GET /accounts/{account_id}/access/ai-controls/mcp/servers)',
      findings: [{ message: 'the operation: in the spec, not in the reference' }],
    })
  })

  test('and annotates for GitHub', async () => {
    const { stdout } = await command(['drift', '--reporter', 'github', file('grown.md')])
    expect(stdout).toMatch(
      /^::error title=Contract violated%3A deletePortal \(DELETE \S+\)::response result.name: type is/m,
    )
  })
})

describe('drift exits with 2', () => {
  test.each([
    ['a page is cut', ['cut.md'], /cut\.md: \w+ \/accounts/],
    ['a page is missing', ['nowhere.md'], /ENOENT.*nowhere\.md/],
    [
      'two pages contradict each other',
      ['whole.md', 'grown.md'],
      /grown\.md: DELETE \S+: is documented otherwise on an earlier page/,
    ],
  ])('where %s', async (_, names, told) => {
    const { exitCode, stdout, stderr } = await command(['drift', ...names.map(file)])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(told)
    expect(stderr.trim()).not.toContain('\n')
  })

  test('where an address has no page or does not answer', async () => {
    const server = createServer((_, response) => response.writeHead(404).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.md`
    expect((await command(['drift', address])).stderr).toBe(`cloudflare-mcp-portals: ${address}: 404 Not Found\n`)
    server.close()
    const { exitCode, stderr } = await command(['drift', address])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^cloudflare-mcp-portals: http:\S+: .*ECONNREFUSED/)
  })

  test('where no page or another reporter is named', async () => {
    expect((await command(['drift'])).stderr).toContain('drift needs the pages of the API reference')
    expect((await command(['drift', '--reporter', 'xml', 'x.md'])).stderr).toContain('one of text, json, junit, github')
  })
})
