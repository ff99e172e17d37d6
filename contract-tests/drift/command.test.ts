import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toDomainType } from '../../src/drift/compare.ts'
import type { Contract } from '../../src/drift/facts.ts'
import { parseSpec } from '../../src/drift/parse-spec.ts'
import { renderReference } from '../support/reference/render.ts'
import { buildCommand, command, fromPipe, removeCommand, stable } from '../verify/command.ts'

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

/** The reference as it would be if Cloudflare published what the latest edition of the spec says. */
function latest(): Contract {
  const { operations } = parseSpec(
    JSON.parse(readFileSync(new URL('../../generated/latest/openapi.json', import.meta.url), 'utf8')),
  )
  const domainTypes = operations.flatMap((operation) => {
    const name = toDomainType(operation)
    const fields = operation.fields
      .filter(({ place, path }) => place === 'response' && /^result(\[\])?\./.test(path))
      .map(({ place: _, ...field }) => ({ ...field, path: field.path.replace(/^result(\[\])?\./, '') }))
    return name === undefined ? [] : [{ name, fields }]
  })
  return { operations, domainTypes }
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
  await writeFile(file('latest.md'), renderReference(latest(), 'published'))
  const whole = renderReference(reference, 'published')
  await writeFile(file('cut.md'), whole.slice(0, 9_000))
  const [first = ''] = whole.split('\n\n## Operation 2')
  await writeFile(file('between.md'), first)
  await writeFile(file('example.md'), first.slice(0, first.indexOf('### Example')))
  await writeFile(file('types.md'), whole.slice(0, whole.indexOf('### ServerSyncResponse')))
  await writeFile(file('empty.md'), '\n')
  await writeFile(file('page.html'), '\uFEFF <!DOCTYPE html><html><h2>List MCP Portals</h2></html>')
  await writeFile(file('openapi.json'), '{ "openapi": "3.1.0" }')
  await writeFile(file('notes.md'), '# Notes\n\nNothing of the reference.')
})

afterAll(() => Promise.all([removeCommand(), rm(folder, { recursive: true })]))

describe('drift exits with 0 where the reference and the spec say the same', () => {
  const agreed = expect.stringMatching(/\n11 operations \(501 fields of the reference\): 11 passed, 0 failed\n$/)

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
      /^✗ deletePortal\n {4}response result.name has the type number in the reference, string in the spec \[DELETE …\/portals\/\{id\}\]$/m,
    )
    expect(stdout).toMatch(
      /^✗ readServer\n {4}response result.code_mode is in the reference \(string\), but not in the spec \[GET …\/servers\/\{id\}\]$/m,
    )
  })

  test.each([
    ['text', 'differs.txt'],
    ['json', 'differs.json'],
    ['junit', 'differs.xml'],
    ['github', 'differs.github.txt'],
  ])('in a report that is as it was reviewed: %s', async (reporter, golden) => {
    const { stdout } = await command(['drift', '--reporter', reporter, file('grown.md')])
    await expect(stable(stdout).replaceAll(folder, '/reference')).toMatchFileSnapshot(`golden/${golden}`)
  })

  test('and gives JSON to programs', async () => {
    const { exitCode, stdout } = await command(['drift', '--reporter', 'json', file('portals.md')])
    expect(exitCode).toBe(1)
    const { checks, counts } = JSON.parse(stdout)
    expect(counts).toEqual({ passed: 5, failed: 6, unchecked: 0, skipped: 0, notRun: 0 })
    expect(checks[5]).toMatchObject({
      name: 'listServers',
      findings: [
        {
          code: 'extra-operation',
          message: 'the spec has this operation, the reference does not document it',
          operationId: 'listServers',
          method: 'GET',
          path: '/accounts/{account_id}/access/ai-controls/mcp/servers',
          expected: 'a documented operation',
          received: 'missing',
        },
      ],
    })
  })

  test('and annotates for GitHub', async () => {
    const { stdout } = await command(['drift', '--reporter', 'github', file('grown.md')])
    expect(stdout).toMatch(
      /^::error title=Reference and spec differ%3A deletePortal::response result.name has the type/m,
    )
  })
})

describe('a page that says what the latest edition of the spec says', () => {
  const run = (...args: string[]) => command(['drift', file('latest.md'), ...args])

  test('is news, and no failure', async () => {
    const { exitCode, stdout } = await run()
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /Undocumented, neither in the spec nor against it:\n(.*\n)*? {2}response result\.code_mode is in the reference \(string\), but not in the spec; the latest edition of the spec says the same as the reference \[[A-Z]+ …\/\S+\]\n/,
    )
    expect(stdout).toMatch(/^✓ readEffectiveRedirectUri$/m)
  })

  test('is no news to that edition', async () => {
    const { exitCode, stdout } = await run('--edition', 'latest')
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain('Undocumented')
    expect(stdout).toContain(', edition latest\n')
  })

  test('fails where somebody wants to hear of it', async () => {
    expect((await run('--fail-on', 'undocumented')).exitCode).toBe(1)
  })

  test('does not hide what neither edition says', async () => {
    const markdown = await readFile(file('latest.md'), 'utf8')
    await writeFile(file('later.md'), markdown.replaceAll('"default_on"', '"by_default"'))
    const { exitCode, stdout } = await command(['drift', file('later.md')])
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(
      /^ {4}response result\.code_mode has the values "off", "opt_in", "by_default", "enforced" in the reference,/m,
    )
  })
})

describe('drift exits with 2, and says what to do,', () => {
  const page = (name: string, reason: string | RegExp) => [name, reason] as const
  const advice = /The page is cut or damaged, or its format is new: fetch it again/

  test.each([
    page('cut.md', advice),
    page('between.md', "its section 'Domain Types' is missing at its end, so that the page is cut; fetch it again"),
    page(
      'types.md',
      'the domain type ServerSyncResponse is missing at its end, so that the page is cut; fetch it again',
    ),
    page('example.md', advice),
    page('empty.md', 'is empty; fetch the page again'),
    page('page.html', "is HTML; Cloudflare's markdown of a page is at the same address with index.md at its end"),
    page('openapi.json', 'is JSON, but the markdown of the reference is needed'),
    page('notes.md', 'no operation found: this is not the markdown of the API reference'),
    page('nowhere.md', 'there is no such file'),
    page('.', 'is a folder; name the files of the pages in it'),
    page('/dev/zero', 'is longer than 10 MB, so that it is no page of the reference'),
  ])('where a page cannot be read: %s', async (name, reason) => {
    const { exitCode, stdout, stderr } = await command(['drift', name.startsWith('/') ? name : file(name)])
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' })
    expect(stdout).toMatch(/^\? reads \//m)
    expect(stdout).toMatch(reason)
    expect(stdout).toMatch(/\n1 page: 0 passed, 0 failed, 1 could not be checked\n$/)
  })

  test('where two pages contradict each other', async () => {
    const { exitCode, stdout } = await command(['drift', file('whole.md'), file('grown.md')])
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(/^\? reads \S+grown\.md\n {4}DELETE \S+: is documented otherwise on an earlier page$/m)
  })

  test('where an address has no page, does not respond, or is an address with a password', async () => {
    const server = createServer((_, response) => response.writeHead(404).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.md`
    expect((await command(['drift', address])).stdout).toContain('404 Not Found; is the address that of a page?')
    server.close()
    const { exitCode, stdout } = await command(['drift', `${address}?token=hidden`])
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(/could not be read \(connect ECONNREFUSED \S+\)/)
    expect(stdout).not.toContain('hidden')
    const secret = await command(['drift', address.replace('//', '//user:hidden@')])
    expect(secret.stdout).toContain('has a password in its address')
    expect(secret.stdout + secret.stderr).not.toContain('hidden')
  })

  test('where no page or another reporter is named', async () => {
    expect((await command(['drift'])).stderr).toContain('drift needs the pages of the API reference')
    expect((await command(['drift', '--reporter', 'xml', 'x.md'])).stderr).toContain('one of text, json, junit, github')
  })

  test('where a page has no end: one that drips, a pipe that nobody writes to', async () => {
    const server = createServer((_, response) => {
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const pipe = file('pipe')
    execFileSync('mkfifo', [pipe])
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.md`
    for (const name of [address, pipe]) {
      const start = performance.now()
      const { exitCode, stdout } = await command(['drift', '--timeout', '0.5', name])
      expect(exitCode).toBe(2)
      expect(stdout).toMatch(/has no end after 0\.5 s; --timeout gives it longer|is empty; fetch the page again/)
      expect(performance.now() - start).toBeLessThan(20_000)
    }
    server.closeAllConnections()
    server.close()
  })

  test('and gives up on an address that never stops sending long before the memory is full', async () => {
    const server = createServer((_, response) => {
      const chunk = 'x'.repeat(1_000_000)
      const send = () => {
        while (response.writable && response.write(chunk));
        if (response.writable) response.once('drain', send)
      }
      send()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.md`
    const { exitCode, stdout } = await command(['drift', address])
    expect(exitCode).toBe(2)
    expect(stdout).toContain('is longer than 10 MB')
    server.closeAllConnections()
    server.close()
  })
})

test('drift reads a page from a pipe, as bash makes one of <(command)', async () => {
  const { exitCode, stdout } = await fromPipe(['drift'], file('whole.md'))
  expect(exitCode).toBe(0)
  expect(stdout).toContain('11 passed, 0 failed')
})
