import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Contract } from '../../src/drift/facts.ts'
import { type Built, build } from '../contract/build.ts'
import { startServer, token } from '../support/deviations/server.ts'
import { renderReference } from '../support/reference/render.ts'
import { accountId } from '../verify/against.ts'

interface Step {
  run?: string
  uses?: string
  env?: Record<string, string>
}

interface Workflow {
  permissions: Record<string, string>
  on: object
  env?: Record<string, string>
  jobs: Record<
    string,
    {
      needs?: string | string[]
      if?: string
      permissions?: Record<string, string>
      env?: Record<string, string>
      steps: Step[]
    }
  >
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const guide = await readFile(join(root, 'docs/contract-in-ci.md'), 'utf8')
const hosted: Workflow = parse(await readFile(join(root, '.github/workflows/contract-live.yml'), 'utf8'))
const reference: Contract = JSON.parse(
  await readFile(join(root, 'contract-tests/support/reference/reference.json'), 'utf8'),
)
const [program, verifyWorkflow, driftWorkflow] = [...guide.matchAll(/```(?:ts|yaml)\n(.*?)```/gs)].map(
  ([, code]) => code!,
)

let built: Built

beforeAll(async () => {
  built = await build()
})

afterAll(() => built.remove())

interface Outcome {
  exitCode: number
  output: string
}

function run(file: string, args: string[], cwd: string, environment: Record<string, string>): Promise<Outcome> {
  const env = { ...process.env, CLOUDFLARE_ACCOUNT_ID: accountId, CLOUDFLARE_API_TOKEN: token, ...environment }
  delete (env as NodeJS.ProcessEnv).NODE_TEST_CONTEXT
  return new Promise((resolve) => {
    execFile(file, args, { cwd, env: { ...env, npm_config_offline: 'true' } }, (error, stdout, stderr) =>
      resolve({ exitCode: error ? Number(error.code) : 0, output: stdout + stderr }),
    )
  })
}

/** Runs a step as a runner would, in a folder, with secrets, and with local servers for those of Cloudflare. */
function runStep(
  step: Step,
  workflow: Workflow,
  cwd: string,
  local: { api?: string; pages?: string },
): Promise<Outcome> {
  const secrets: Record<string, string> = { CLOUDFLARE_ACCOUNT_ID: accountId, CLOUDFLARE_API_TOKEN: token }
  const evaluated = (text: string) =>
    text
      .replace(/\$\{\{ secrets\.(\w+) \}\}/g, (_, name) => secrets[name] ?? '')
      .replace(/\$\{\{[^}]*\}\}/g, '')
      .replace('https://developers.cloudflare.com', local.pages ?? 'http://127.0.0.1:9')
  const ofJobs = Object.values(workflow.jobs).map((job) => job.env)
  const env: Record<string, string> = Object.assign({}, workflow.env, ...ofJobs, step.env)
  const environment = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluated(value)]))
  // The guide names a version that is published; what is installed here has the version of this repository.
  const script = step.run!.replace(/cloudflare-mcp-portals@\S+/, `cloudflare-mcp-portals@${version}`)
  return run('bash', ['-e', '-c', script], cwd, {
    ...environment,
    ...(local.api && { CLOUDFLARE_BASE_URL: local.api }),
  })
}

/** The steps that run the command. */
const stepsOf = (workflow: Workflow, job: string): Step[] =>
  workflow.jobs[job]!.steps.filter((step) => /cloudflare-mcp-portals|dist\/cli\.js/.test(step.run ?? ''))

async function against<T>(deviation: string | undefined, use: (api: string) => Promise<T>): Promise<T> {
  const server = await startServer(deviation === undefined ? {} : { deviation })
  return use(server.url).finally(() => server.close())
}

/** Publishes the reference as Cloudflare does, one page for portals and one for servers. */
async function publishing<T>(contract: Contract, use: (pages: string) => Promise<T>): Promise<T> {
  const server: Server = createServer(({ url = '' }, response) => {
    const [, resource] = /^\/api\/resources\/.*\/mcp\/subresources\/(portal|server)s\/index\.md$/.exec(url) ?? []
    const operations = contract.operations.filter(({ path }) => path.includes(`/mcp/${resource}s`))
    const domainTypes = contract.domainTypes.filter(({ name }) => name.toLowerCase().startsWith(String(resource)))
    response.writeHead(resource ? 200 : 404).end(renderReference({ operations, domainTypes }, 'published'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).finally(() => server.close())
}

const retyped: Contract = {
  ...reference,
  operations: reference.operations.map((operation) => ({
    ...operation,
    fields: operation.fields.map((field) => (field.path === 'page' ? { ...field, type: 'string' } : field)),
  })),
}

describe("the guide's test", () => {
  const runTest = async (deviation?: string) => {
    await writeFile(join(built.consumer, 'contract.test.mjs'), program!)
    return against(deviation, (api) =>
      run(process.execPath, ['--test', 'contract.test.mjs'], built.consumer, { CLOUDFLARE_BASE_URL: api }),
    )
  }

  test('passes against a server that does as documented', async () => {
    const { exitCode, output } = await runTest()
    expect(exitCode, output).toBe(0)
    expect(output).not.toContain('New in the API')
  })

  test('fails against one that does not, and says where', async () => {
    const { exitCode, output } = await runTest('a read portal has the ids of its servers alone')
    expect(exitCode).toBe(1)
    expect(output).toContain('ContractViolationError')
    expect(output).toContain('readPortal: response 200: /result/servers/0 is "number-1" (string); expected an object')
  })

  test('passes against one that has grown, and says so', async () => {
    const { exitCode, output } = await runTest('a listed portal has a new field')
    expect(exitCode, output).toBe(0)
    expect(output).toContain('New in the API: listPortals: response 200: new field /result/0/code_mode')
  })
})

describe.each([
  [
    'the guide',
    () => ({
      verify: parse(verifyWorkflow!) as Workflow,
      drift: parse(driftWorkflow!) as Workflow,
      cwd: built.consumer,
    }),
  ],
  ['the hosted workflow', () => ({ verify: hosted, drift: hosted, cwd: built.folder })],
])('the workflow of %s', (_, given) => {
  test.each([
    ['passes', undefined, 0, '6 cases: 6 passed'],
    ['fails, with an annotation,', 'a read server lacks its tools', 1, '::error title=Contract violated%3A'],
    ['passes, with an annotation,', 'a server has a new field', 0, '::warning title=Undocumented%3A '],
  ])('%s where the server has this deviation: %s', async (_, deviation, exitCode, told) => {
    const { verify, cwd } = given()
    const steps = stepsOf(verify, 'verify')
    expect(steps).toHaveLength(1)
    const outcome = await against(deviation, (api) => runStep(steps[0]!, verify, cwd, { api }))
    expect(outcome.output).toContain(told)
    expect(outcome.exitCode).toBe(exitCode)
    expect(outcome.output).not.toContain(token)
  })

  test('passes where the reference says the same, and fails with annotations where it does not', async () => {
    const { drift, cwd } = given()
    const steps = stepsOf(drift, 'drift')
    expect(steps).toHaveLength(1)
    const same = await publishing(reference, (pages) => runStep(steps[0]!, drift, cwd, { pages }))
    expect(same.output).toContain('11 operations (501 fields of the reference): 11 passed, 0 failed')
    expect(same.exitCode).toBe(0)
    const other = await publishing(retyped, (pages) => runStep(steps[0]!, drift, cwd, { pages }))
    expect(other.exitCode).toBe(1)
    expect(
      other.output.match(/^::error title=Reference and spec differ%3A list\w+::query page has the type string in/gm),
    ).toHaveLength(2)
  })

  test('cannot say anything where the reference is not published', async () => {
    const { drift, cwd } = given()
    const outcome = await runStep(stepsOf(drift, 'drift')[0]!, drift, cwd, {})
    expect(outcome.exitCode).toBe(2)
  })
})

describe('the hosted workflow', () => {
  test('runs on a schedule and by hand, and does nothing without its secrets', () => {
    expect(Object.keys(hosted.on)).toEqual(['schedule', 'workflow_dispatch'])
    const { configured, ...others } = hosted.jobs
    expect(
      configured!.steps.every(({ env }) => /^\$\{\{ secrets\..* != '' && secrets\..* != '' \}\}$/.test(env!.ANSWER!)),
    ).toBe(true)
    for (const job of Object.values(others)) {
      expect([job.needs].flat()).toContain('configured')
      expect(job.if).toContain("needs.configured.outputs.answer == 'true'")
    }
  })

  test('has the least permissions, and actions that cannot be replaced', () => {
    expect(hosted.permissions).toEqual({})
    const permissions = Object.entries(hosted.jobs).map(([name, job]) => [name, job.permissions])
    expect(Object.fromEntries(permissions)).toEqual({
      configured: undefined,
      verify: { contents: 'read' },
      drift: { contents: 'read' },
      report: { issues: 'write' },
    })
    const actions = Object.values(hosted.jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []))
    expect(actions).toHaveLength(4)
    for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
  })

  test('puts no expression into a shell, where its value would be run', () => {
    for (const { steps } of Object.values(hosted.jobs))
      for (const step of steps) expect(step.run ?? '').not.toContain('${{')
  })
})
