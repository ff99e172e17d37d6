import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import config from '../../rolldown.config.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'reports', `built-${process.pid}`)
const read = (file: string) => readFile(join(folder, file), 'utf8')

const program = `
import { createClient, McpPortalsError } from './index.js'
import { ContractViolationError, contractFetch } from './contract.js'

const answer = async () => Response.json({ success: true, result: { id: 'docs' } })
const mcp = createClient({ apiToken: 'token', accountId: 'a', baseUrl: 'http://localhost', fetch: contractFetch(answer) })
const error = await mcp.servers.read('docs').catch((thrown) => thrown)
try { eval('1') } catch ({ name }) { console.log(name) }
console.log(error instanceof ContractViolationError, error instanceof McpPortalsError, error.name, error.pointer)
`

beforeAll(async () => {
  const entries = ['index', 'contract', 'contract-validators']
  for (const { output, ...input } of [config].flat()) {
    const name = Object.keys(input.input as object)[0]!
    const isDeclaration = [input.plugins].flat().length > 1 || (name === 'index' && input.plugins)
    if (!entries.includes(name) || isDeclaration) continue
    const bundle = await rolldown(input)
    await bundle.write({ ...[output].flat()[0], dir: folder })
    await bundle.close()
  }
  await writeFile(join(folder, 'program.js'), program)
})

afterAll(() => rm(folder, { recursive: true }))

describe('the built contract entry', () => {
  test('checks where code from strings is forbidden, and throws an error of the main entry', async () => {
    const args = ['--disallow-code-generation-from-strings', join(folder, 'program.js')]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    expect(stdout).toBe('EvalError\ntrue true ContractViolationError /result/auth_type\n')
  })

  test('depends on nothing but what is published beside it', async () => {
    const imports = [...(await read('contract.js')).matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from)
    expect(imports.sort()).toEqual(['./contract-validators.js', './index.js'])
    for (const file of ['contract.js', 'contract-validators.js']) {
      expect(await read(file)).not.toMatch(/\beval\(|\bnew Function\b|\brequire\(|\bimport\(|\bprocess\./)
    }
    expect(await read('contract-validators.js')).not.toMatch(/^import /m)
  })

  test('adds nothing to the main entry', async () => {
    const main = await read('index.js')
    expect([...main.matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from)).toEqual(['openapi-fetch'])
    expect(main).not.toMatch(/contract|validat/i)
  })
})
