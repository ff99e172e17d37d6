import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommand, removeCommand } from '../../verify/command.ts'
import { server, setup } from './setup.ts'

beforeAll(buildCommand)
afterAll(removeCommand)

const secret = 'hunter2-is-no-password'
const reporters = ['text', 'json', 'github']
const notations = [secret, Buffer.from(secret).toString('base64').slice(0, -2), Buffer.from(secret).toString('hex')]

function expectNoSecret(...texts: string[]): void {
  for (const text of texts) for (const notation of notations) expect(text).not.toContain(notation)
}

const withToken = { ...server, auth_type: 'bearer' as const, auth_credentials: '${TOKEN}' }

test('what a variable held is in no output, and in no saved plan', async () => {
  const { run, write, path } = await setup()
  const headers = JSON.stringify({ headers: { 'X-Api-Key': '${TOKEN}', Authorization: 'Bearer ${TOKEN}' } })
  const file = await write('portals.json', {
    servers: [
      withToken,
      { ...withToken, id: 'crm', auth_credentials: headers },
      { ...withToken, id: 'wiki', name: 'Wiki ${TOKEN}', client_secret: '${TOKEN}' },
    ],
  })
  for (const reporter of reporters) {
    const { stdout, stderr, exitCode } = await run(['plan', file, '--reporter', reporter], { TOKEN: secret })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('Wiki ${TOKEN}')
    expectNoSecret(stdout, stderr)
  }
  expect((await run(['plan', file, '--out', path('plan.json')], { TOKEN: secret })).exitCode).toBe(1)
  const saved = await readFile(path('plan.json'), 'utf8')
  expect(saved).toContain('"auth_credentials": "${TOKEN}"')
  expectNoSecret(saved)
  const applied = await run(['apply', path('plan.json'), '--yes'], { TOKEN: secret })
  expect(applied.exitCode).toBe(0)
  expectNoSecret(applied.stdout, applied.stderr)
  const exported = await run(['export', '--only', 'servers/docs'])
  expectNoSecret(exported.stdout)
})

test('the credential reaches the API', async () => {
  const { run, write, bodies, path } = await setup()
  await run(['plan', await write('portals.json', { servers: [withToken] }), '--out', path('plan.json')], {
    TOKEN: secret,
  })
  await run(['apply', path('plan.json'), '--yes'], { TOKEN: secret })
  expect(bodies.map((body) => body && JSON.parse(body))).toContainEqual(
    expect.objectContaining({ id: 'docs', auth_credentials: secret }),
  )
})

test('a saved plan is refused when a variable has another value, or none', async () => {
  const { run, write, path, writes } = await setup()
  await run(['plan', await write('portals.json', { servers: [withToken] }), '--out', path('plan.json')], {
    TOKEN: secret,
  })
  const other = await run(['apply', path('plan.json'), '--yes'], { TOKEN: 'another-value' })
  expect(other).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('another value') })
  const none = await run(['apply', path('plan.json'), '--yes'])
  expect(none).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('TOKEN is not set') })
  expect(writes()).toEqual([])
})

test.each([
  ['a token', { auth_credentials: secret }],
  ['a token beside a variable', { auth_credentials: `$\{TOKEN}${secret}` }],
  ['a header', { auth_credentials: JSON.stringify({ headers: { 'X-Api-Key': secret, Other: '${TOKEN}' } }) }],
  ['a client secret', { client_secret: secret }],
])('a plan of a file that holds %s as it is cannot be saved, and does not show it', async (_, fields) => {
  const { run, write, path } = await setup()
  const file = await write('portals.json', { servers: [{ ...server, auth_type: 'bearer', ...fields }] })
  const { exitCode, stdout, stderr } = await run(['plan', file, '--out', path('plan.json')], { TOKEN: 'any-value' })
  expect(exitCode).toBe(2)
  expect(stderr).toContain(`server docs: ${Object.keys(fields)[0]}`)
  expectNoSecret(stdout, stderr, await readFile(path('plan.json'), 'utf8'))
  const shown = await run(['plan', file], { TOKEN: 'any-value' })
  expect(shown.exitCode).toBe(1)
  expectNoSecret(shown.stdout, shown.stderr)
})

test('an error of the API that repeats a secret is not shown', async () => {
  const errors = [{ code: 7001, message: `auth_credentials ${secret} is not accepted` }]
  const body = { success: false, errors, messages: [], result: null }
  const { run, write } = await setup({}, ({ method }) =>
    method === 'POST' ? Response.json(body, { status: 400 }) : undefined,
  )
  const file = await write('portals.json', { servers: [withToken] })
  const { exitCode, stdout, stderr } = await run(['apply', file, '--yes'], { TOKEN: secret })
  expect(exitCode).toBe(2)
  expectNoSecret(stdout, stderr)
})

test('what an account holds by chance of a secret is not shown', async () => {
  const { run, write } = await setup({ servers: [{ ...server, name: `Docs ${secret}` }] })
  for (const reporter of reporters) {
    const file = await write('portals.json', { servers: [{ ...withToken, name: 'Docs' }] })
    const { stdout } = await run(['plan', file, '--reporter', reporter], { TOKEN: secret })
    expect(stdout).toContain('[redacted]')
    expectNoSecret(stdout)
  }
})

test('a wrong file does not show the secret beside the mistake', async () => {
  const { run, write } = await setup()
  const wrong = { ...withToken, auth_type: '${TOKEN}', id: '${TOKEN}!', colour: '${TOKEN}' }
  const { exitCode, stdout, stderr } = await run(['plan', await write('p.json', { servers: [wrong] })], {
    TOKEN: secret,
  })
  expect(exitCode).toBe(2)
  expectNoSecret(stdout, stderr)
  const broken = await run(['plan', await write('p.yaml', `servers:\n  - auth_credentials: "${secret}\n id`)])
  expect(broken.exitCode).toBe(2)
  expectNoSecret(broken.stdout, broken.stderr)
})
