import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Built, build } from './build.ts'

const program = `
import { createClient, McpPortalsError } from './index.js'
import { ContractViolationError, contractFetch } from './contract.js'

const response = async () => Response.json({ success: true, result: { id: 'docs' } })
const mcp = createClient({ apiToken: 'token', accountId: 'a', baseUrl: 'http://localhost', fetch: contractFetch(response) })
const error = await mcp.servers.read('docs').catch((thrown) => thrown)
try { eval('1') } catch ({ name }) { console.log(name) }
console.log(error instanceof ContractViolationError, error instanceof McpPortalsError, error.name, error.pointer)
`

let built: Built

beforeAll(async () => {
  built = await build()
  await writeFile(join(built.folder, 'dist/program.js'), program)
})

afterAll(() => built.remove())

const read = (file: string) => readFile(join(built.folder, 'dist', file), 'utf8')

const withoutComments = (code: string) => code.replace(/\/\*.*?\*\//gs, '')

describe('the built contract entry', () => {
  test('checks where code from strings is forbidden, and throws an error of the main entry', async () => {
    const args = ['--disallow-code-generation-from-strings', join(built.folder, 'dist/program.js')]
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
    expect(withoutComments(main)).not.toMatch(/contract|validat/i)
  })
})
