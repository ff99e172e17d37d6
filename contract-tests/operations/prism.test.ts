import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { operations } from '../support/description.ts'
import { startHttpServer } from '../support/http-server.ts'

const root = join(import.meta.dirname, '../..')
const started: ChildProcess[] = []

function npm(...words: string[]): ChildProcess {
  const child = spawn('npm', ['run', 'mock:prism', '--', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal gives it: Ctrl-C goes to all of it.
    detached: true,
  })
  started.push(child)
  return child
}

async function urlOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /^Prism listens on (http:\S+)\./.exec(line)?.[1]
    if (url) return url
  }
  throw new Error('It ended before it listened')
}

/** Resolves once nothing listens at the URL. */
async function untilFree(url: string): Promise<void> {
  const port = Number(new URL(url).port)
  const isFree = () =>
    new Promise<boolean>((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
    })
  while (!(await isFree())) await new Promise((resolve) => setTimeout(resolve, 50))
}

afterEach(() => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL')
  }
})

describe('npm run mock:prism', () => {
  test.each([
    ['npm gets SIGTERM', 1, 'SIGTERM'],
    ['its terminal gets Ctrl-C', -1, 'SIGINT'],
    ['its terminal is closed', -1, 'SIGHUP'],
  ] as const)('leaves no process on its port when %s', async (_, group, signal) => {
    const child = npm('--port', '0')
    const url = await urlOf(child)
    process.kill(child.pid! * group, signal)
    await once(child, 'exit')
    await untilFree(url)
  })

  test('says that a port is in use, and ends with 1', async () => {
    const other = await startHttpServer((_, response) => response.end())
    const { port } = new URL(other.url)
    const child = npm('--port', port)
    const [printed, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')])
    await other.close()
    expect(code).toBe(1)
    expect(printed).toContain(`Port ${port} is in use`)
    expect(printed).not.toContain('    at ')
  })

  test('refuses what is no port', async () => {
    const child = npm('--port', '70000')
    expect(await text(child.stderr!)).toContain('--port: 70000 is not a port')
  })
})

describe.each(operations.filter(({ requestBody }) => requestBody))('Prism', ({ operationId, method, path }) => {
  test(`responds to malformed JSON of ${operationId} with 400 at once`, async () => {
    const response = await fetch(inject('baseUrl') + path.replace('{account_id}', 'any').replace('{id}', 'docs'), {
      method,
      headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json' },
      body: '{"name":',
      signal: AbortSignal.timeout(5000),
    })
    expect(response.status).toBe(400)
  })
})
