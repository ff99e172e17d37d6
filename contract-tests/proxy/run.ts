/**
 * Runs programs in other languages through the proxy (`npm run test:proxy [name…]`): before the mock, in which nothing is
 * to be found, and before servers each of which does one thing otherwise, in which the same is to be found as from inside
 * a program in JavaScript. Where the tools of a language are missing it says so and goes on; with CI=true that is a
 * failure.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProxy } from '../../src/proxy/index.ts'
import { root } from '../docs/blocks.ts'
import { environment } from '../languages/runner/environment.ts'
import { shell } from '../languages/runner/shell.ts'
import { deviations } from '../support/deviations/index.ts'
import { startServer, token } from '../support/deviations/server.ts'
import { findInside, withoutExchange } from './inside.ts'
import { story } from './story.ts'

interface Program {
  name: string
  /** What has to be there, in words, and a command that fails where it is not. */
  needs: [string, string]
  /** Folders whose files it is made of. */
  folders: string[]
  prepare: string
  command: string
}

const python: Program['needs'] = ['Python 3.11 or later, with venv', 'python3 -c "import venv, ensurepip"']
const install = 'python3 -m venv .venv && .venv/bin/pip install --quiet --require-hashes --requirement requirements.txt'
const here = 'contract-tests/proxy/programs'

const programs: Program[] = [
  {
    name: 'curl',
    needs: ['curl', 'curl --version'],
    folders: [here],
    prepare: 'true',
    command: 'bash story.sh',
  },
  {
    name: 'python, SDK of Cloudflare',
    needs: python,
    folders: ['contract-tests/official-clients/python', `${here}/python`],
    prepare: install,
    command: '.venv/bin/python sdk.py',
  },
  {
    name: 'python, generated client',
    needs: python,
    folders: ['contract-tests/languages/python', `${here}/python`],
    prepare: `${install} && .venv/bin/openapi-python-client generate --path '${root}/generated/openapi.json' --meta none --output-path cloudflare_mcp_portals`,
    command: '.venv/bin/python generated.py',
  },
  {
    name: 'go, SDK of Cloudflare',
    needs: ['Go 1.26 or later', 'go version | grep --extended-regexp "go1\\.(2[6-9]|[3-9][0-9])"'],
    folders: ['contract-tests/official-clients/go', `${here}/go`],
    prepare: 'test -z "$(gofmt -l .)" && go build -o program main.go',
    command: './program',
  },
]

/** What is wrong with what the proxy finds of a program; empty if nothing is. */
async function tryProgram(program: Program, folder: string): Promise<string[]> {
  const prepared = await shell(program.prepare, folder, environment(''))
  if (!prepared.isOk)
    return [`it could not be prepared\n${prepared.output.trimEnd().split('\n').slice(-40).join('\n')}`]
  const problems = await tryMock(program, folder)
  for (const deviation of [undefined, ...Object.keys(deviations)]) {
    const expected = await findInside(deviation)
    const found = await findOutside(program, folder, deviation)
    const missed = expected.filter((message) => !found.includes(message))
    const invented = found.filter((message) => !expected.includes(message))
    const what = deviation ?? 'a server that does as the spec says'
    problems.push(...missed.map((message) => `${what}: missed ${message}`))
    problems.push(...invented.map((message) => `${what}: invented ${message}`))
  }
  return problems
}

/** The command as users give it. */
async function tryMock({ command }: Program, folder: string): Promise<string[]> {
  const { CLOUDFLARE_BASE_URL: _, ...env } = environment('')
  const proxied = `node '${root}/dist/cli.js' proxy --mock --fail-on undocumented -- ${command}`
  const { isOk, output } = await shell(proxied, folder, env)
  const operations = new Set(story.map(([method, path]) => `${method} ${path.replace(/(docs|engineering|\?.*)/, '')}`))
  const isWhole = output.includes(
    `${operations.size} operations in ${story.length} exchanges: ${operations.size} passed`,
  )
  return isOk && isWhole ? [] : [`before the mock\n${output}`]
}

async function findOutside({ command }: Program, folder: string, deviation: string | undefined): Promise<string[]> {
  const server = await startServer({ ...(deviation !== undefined && { deviation }) })
  const found = new Set<string>()
  const proxy = await startProxy({
    upstream: server.url,
    timeout: 30_000,
    standard: { edition: 'reference', unknownFields: 'violation' },
    onFound: ({ message }) => found.add(withoutExchange(message)),
  })
  try {
    await shell(command, folder, { ...environment(proxy.url), CLOUDFLARE_API_TOKEN: token })
  } finally {
    await proxy.close()
    await server.close()
  }
  return [...found].sort()
}

async function run(program: Program): Promise<string[]> {
  const [notice, probe] = program.needs
  if (!(await shell(probe, root, environment(''))).isOk) {
    console.log(`- ${program.name} is not run: it needs ${notice}`)
    return process.env.CI === 'true' ? [`needs ${notice}`] : []
  }
  const folder = await mkdtemp(join(tmpdir(), 'proxied-'))
  const start = Date.now()
  try {
    const isSource = (source: string) => !/node_modules|\.venv|_test\.go$/.test(source.slice(root.length))
    for (const each of program.folders) await cp(join(root, each), folder, { recursive: true, filter: isSource })
    const problems = await tryProgram(program, folder)
    console.log(`${problems.length > 0 ? '✗' : '✓'} ${program.name} (${Math.round((Date.now() - start) / 1000)} s)`)
    for (const problem of problems) console.log(`    ${problem}`)
    return problems
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const names = process.argv.slice(2)
const chosen = programs.filter(({ name }) => names.length === 0 || names.some((each) => name.startsWith(each)))
let failed = 0
for (const program of chosen) if ((await run(program)).length > 0) failed += 1
console.log(`${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
