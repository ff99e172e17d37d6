import { writeFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats/dist/formats.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import schema from '../../../generated/portals.schema.json' with { type: 'json' }
import { buildCommand, removeCommand } from '../../verify/command.ts'
import { portal, server, setup } from './setup.ts'

beforeAll(buildCommand)
afterAll(removeCommand)

const desired = { servers: [server], portals: [portal] }

describe('a file', () => {
  test.each([
    ['portals.json', JSON.stringify(desired)],
    ['portals.yaml', stringify(desired)],
    ['portals.yml', `# with a comment\n${stringify({ $schema: './schema.json', ...desired })}`],
    ['portals.mjs', `export default ${JSON.stringify(desired)}`],
    ['portals.ts', `const desired: object = ${JSON.stringify(desired)}\nexport default desired`],
  ])('can be %s', async (name, text) => {
    const { run, write } = await setup()
    const { exitCode, stdout } = await run(['plan', await write(name, text)])
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('2 to create, 1 to sync'),
    })
  })

  test.each([
    ['in UTF-16, as an older PowerShell writes it', Buffer.from(`\ufeff${stringify(desired)}`, 'utf16le')],
    ['with a mark of UTF-8', Buffer.from(`\ufeff${stringify(desired)}`)],
  ])('can be %s', async (_, bytes) => {
    const { run, path } = await setup()
    await writeFile(path('portals.yaml'), bytes)
    expect((await run(['plan', path('portals.yaml')])).stdout).toContain('2 to create, 1 to sync')
  })

  test('that is wrong is refused with file, line and field of everything that is, and nothing is sent', async () => {
    const { run, write, mock } = await setup()
    const file = await write(
      'portals.yaml',
      `servers:
  - id: docs
    name: Docs
    hostname: https://docs.example.com/mcp
    auth_type: basic
    colour: red
portals:
  - name: Engineering
    hostname: mcp.example.com
    servers:
      - server_id: docs
        updated_tools:
          - name: 7
            portal_alias: find
`,
    )
    const { exitCode, stderr } = await run(['plan', file])
    expect(exitCode).toBe(2)
    const lines = stderr.trim().split('\n')
    const expected = [
      '5:servers[0].auth_type: expected one of ',
      '6:servers[0].colour: expected ',
      '8:portals[0].id: expected a value',
      '13:portals[0].servers[0].updated_tools[0].name: expected a string',
      '14:portals[0].servers[0].updated_tools[0].portal_alias: expected ',
    ]
    for (const text of expected) expect(stderr).toContain(`cloudflare-mcp-portals: ${file}:${text}`)
    expect(lines).toHaveLength(expected.length)
    expect(mock.requests).toEqual([])
  })

  test.each([
    ['JSON', 'portals.json', '{\n  "servers": [\n', /portals\.json', line \d: it is no YAML or JSON/],
    ['YAML', 'portals.yaml', 'servers:\n  - id: a\n   name: b\n', /portals\.yaml', line \d: it is no YAML or JSON/],
    [
      'YAML with a field twice',
      'portals.yaml',
      'servers: []\nservers: []\n',
      /line 2: it is no YAML or JSON \(DUPLICATE_KEY\)/,
    ],
    ['a module without a default export', 'portals.mjs', 'export const servers = []', /has no default export/],
    [
      'a module that throws',
      'portals.mjs',
      'throw new TypeError("hunter2secret")',
      /cannot be imported \(TypeError\)\n$/,
    ],
    ['a list', 'portals.yaml', '- id: docs', /portals\.yaml:1: /],
    [
      'a resource that is there twice',
      'portals.json',
      { servers: [server, server] },
      /:\d+:servers\[1\]\.id: is there twice/,
    ],
  ])('with %s is refused', async (_, name, content, message) => {
    const { run, write, mock } = await setup()
    const { exitCode, stderr } = await run(['plan', await write(name, content)])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(message)
    expect(mock.requests).toEqual([])
  })

  test('that is not there is refused', async () => {
    const { run, path } = await setup()
    expect((await run(['plan', path('nothing.yaml')])).stderr).toContain("nothing.yaml' cannot be read (ENOENT)")
    expect((await run(['plan'])).stderr).toContain('plan needs a file')
  })
})

describe('an environment variable', () => {
  const name = (text: string) => ({ servers: [{ ...server, name: text }] })

  test('stands for its value in any text, and $${ for a plain ${', async () => {
    const { run, write, account } = await setup()
    const file = await write('portals.yaml', stringify(name('${TEAM} and ${OTHER}, $${TEAM}')))
    expect((await run(['apply', file, '--yes'], { TEAM: 'Eagles', OTHER: 'Hawks' })).exitCode).toBe(0)
    expect(account().servers).toMatchObject([{ name: 'Eagles and Hawks, ${TEAM}' }])
  })

  test.each([
    ['is not set', undefined],
    ['is empty', ''],
  ])('that %s is refused by its name, with file, line and field', async (_, value) => {
    const { run, write, mock } = await setup()
    const file = await write('portals.yaml', stringify(name('${TEAM}')))
    const { exitCode, stderr } = await run(['plan', file], { TEAM: value })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`${file}:3:servers[0].name: the environment variable TEAM is not set, or empty`)
    expect(mock.requests).toEqual([])
  })

  test.each(['${1X}', '${A B}', '${', '${}'])('written as %s is refused', async (text) => {
    const { run, write } = await setup()
    const { exitCode, stderr } = await run(['plan', await write('portals.yaml', stringify(name(text)))])
    expect(exitCode).toBe(2)
    expect(stderr).toContain(':3:servers[0].name: what follows ${ is no name of a variable')
  })
})

describe('portals.schema.json', () => {
  const ajv = new Ajv2020({ allErrors: true, formats: { uri: formats.fastFormats.uri, password: true } })
  const validate = ajv.compile(schema)

  test.each([
    ['a whole file', desired],
    ['an empty file', {}],
    ['variables', { servers: [{ ...server, id: '${ID}', hostname: 'https://${HOST}/mcp', auth_type: '${TYPE}' }] }],
    ['a reference to the schema', { $schema: './portals.schema.json' }],
  ])('accepts %s', (_, value) => {
    validate(value)
    expect(validate.errors).toBeNull()
  })

  test.each([
    ['a field that no request has', { servers: [{ ...server, colour: 'red' }] }],
    ['a list of another name', { server: [] }],
    ['a missing field', { portals: [{ id: 'engineering', name: 'Engineering' }] }],
    ['an id that the API refuses', { servers: [{ ...server, id: 'Not an id' }] }],
    [
      'the alias of a response',
      { portals: [{ ...portal, servers: [{ server_id: 'a', updated_tools: [{ name: 'x', portal_alias: 'y' }] }] }] },
    ],
  ])('refuses %s, as plan does', async (_, value) => {
    expect(validate(value)).toBe(false)
    const { run, write } = await setup()
    expect((await run(['plan', await write('portals.json', value)])).exitCode).toBe(2)
  })

  test('is found by its name in the package', () => {
    expect(import.meta.resolve('cloudflare-mcp-portals/portals.schema.json')).toMatch(
      /generated\/portals\.schema\.json$/,
    )
  })
})
