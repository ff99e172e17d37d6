import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { environmentOf } from '../support/account.ts'
import { undescribed } from '../support/described.ts'
import {
  description,
  examplesOf,
  type Operation,
  operationAt,
  operations,
  type Parameter,
  successOf,
} from '../support/description.ts'
import { startWire, type Wire } from '../support/wire.ts'
import { root } from './blocks.ts'
import { problemsOf } from './compile.ts'

interface Sample {
  lang: string
  label: string
  source: string
}

// Each test starts a compiler or a process, on a machine that may be busy.
// Inside the package, so that a sample imports it by its name.
const folder = join(root, 'reports/samples')
const sampled = operations.map((operation) => {
  const entry = description.paths[operation.path][operation.method.toLowerCase()]
  const [typescript, curl] = (entry['x-codeSamples'] ?? []) as Sample[]
  return { operation, operationId: operation.operationId, samples: entry['x-codeSamples'], typescript, curl }
})
const fileOf = (operationId: string) => join(folder, `${operationId}.ts`)

let wire: Wire
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { operationId, typescript } of sampled) writeFileSync(fileOf(operationId), typescript?.source ?? '')
  wire = await startWire(inject('baseUrl'))
})
afterAll(() => wire.close())

/** The path with the example of each of its parameters, which the samples are to name. */
function addressOf({ path, parameters }: Operation): string {
  const first = ({ examples }: Parameter): string => String(Object.values(examples)[0]!.value)
  return path.replace(/\{(\w+)\}/g, (_, name) => first(parameters.find((parameter) => parameter.name === name)!))
}

/** Runs a program as a reader would, and returns what it printed. */
async function run(program: string, ...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    ...environmentOf(wire.url),
  }
  const { stdout } = await promisify(execFile)(program, args, { env, timeout: 20_000 })
  return stdout
}

/** What the last sample sent, in the description's terms. */
function lastCall() {
  const exchange = wire.exchanges.at(-1)
  if (!exchange) throw new Error('nothing was sent')
  const { method, url, status, body } = exchange
  const { operationId } = operationAt(method, url.pathname)
  return {
    operationId,
    path: url.pathname,
    status: String(status),
    body: body && JSON.parse(body),
    undescribed: undescribed(exchange),
  }
}

test('the TypeScript samples compile', () => {
  const problems = problemsOf(sampled.map(({ operationId }) => fileOf(operationId)))
  expect(Object.fromEntries(problems.map((found, index) => [operations[index]?.operationId, found]))).toEqual(
    Object.fromEntries(operations.map(({ operationId }) => [operationId, []])),
  )
})

describe.each(sampled)('the samples of $operationId', ({ operation, operationId, samples, curl }) => {
  const expected = {
    operationId,
    path: addressOf(operation),
    status: successOf(operation),
    body: examplesOf(operation.requestBody)[0]?.value ?? '',
    undescribed: [],
  }

  test('are one in TypeScript and one for curl', () => {
    expect(samples).toEqual([
      { lang: 'typescript', label: 'TypeScript', source: expect.stringContaining('cloudflare-mcp-portals') },
      { lang: 'shell', label: 'curl', source: expect.stringContaining(description.servers[0].url) },
    ])
  })

  test('in TypeScript runs, makes this call with the first example, and prints the result', async () => {
    const before = wire.exchanges.length
    expect(await run(process.execPath, fileOf(operationId))).not.toBe('')
    expect(wire.exchanges.length).toBe(before + 1)
    expect(lastCall()).toEqual(expected)
  })

  test(`for curl runs, makes this call with the first example, and gets ${expected.status}`, async () => {
    const before = wire.exchanges.length
    const command = curl?.source.trimEnd().replace(description.servers[0].url, wire.url)
    expect(await run('sh', '-c', `${command} --silent --output /dev/null --write-out '%{http_code}'`)).toBe(
      expected.status,
    )
    expect(wire.exchanges.length).toBe(before + 1)
    expect(lastCall()).toEqual(expected)
  })
})
