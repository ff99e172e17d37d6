import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { TimeoutError } from '../../../src/index.ts'
import type { Answer } from '../../support/http-server.ts'
import {
  connect,
  creates,
  envelope,
  rejection,
  repeatable,
  send,
  serve,
  signalled,
  success,
  testClock,
} from '../setup.ts'

const timeout = 60

function trickle(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const drip = setInterval(() => response.write(' '), timeout / 6)
  response.on('close', () => clearInterval(drip))
}

/** Servers that never come to an end. */
const stalls: [string, Answer][] = [
  ['accepts and never answers', () => {}],
  ['sends its headers and nothing more', (_, response) => response.writeHead(200).flushHeaders()],
  ['stalls within the body', (_, response) => response.writeHead(200).write('{"success":')],
  ['trickles, slower than anyone can wait', (_, response) => trickle(response)],
  ['stalls within the body of a refusal', (_, response) => response.writeHead(404).write('{"success":')],
]

describe.each(stalls)('a server that %s', (_, stall) => {
  test('is asked again, and the next answer counts', async () => {
    const server = await serve(stall, success)
    const clock = testClock()
    await expect(connect(server, { timeout }, clock).servers.read('docs')).resolves.toEqual({ id: 'docs' })
    expect(server.requests.length).toBe(2)
    expect(clock.waits).toEqual([250])
  })

  test('is given up after two repetitions', async () => {
    const server = await serve(stall)
    const error = (await rejection(connect(server, { timeout }).servers.read('docs'))) as TimeoutError
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ name: 'TimeoutError', operation: 'servers.read', attempts: 3, outcome: 'unknown' })
    expect(error.message).toContain(`: no complete answer within ${timeout} ms, after 3 attempts [GET`)
    expect(server.requests.length).toBe(3)
  })

  test('is left: the connection is closed', async () => {
    const closed = signalled()
    const server = await serve((request, response, number) => {
      response.on('close', closed.resolve)
      stall(request, response, number)
    })
    await rejection(connect(server, { timeout, maxRetries: 0 }).servers.read('docs'))
    await closed.promise
  })

  test.each(creates)('is not asked again by $operation, whose outcome is unknown', async ({ run }) => {
    const server = await serve(stall)
    const error = await rejection(run(connect(server, { timeout })))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ attempts: 1, outcome: 'unknown' })
    expect(server.requests.length).toBe(1)
  })
})

test.each(repeatable)('$operation is sent again when no answer comes', async ({ run }) => {
  const server = await serve(() => {}, success)
  await run(connect(server, { timeout }))
  expect(server.requests.length).toBe(2)
})

test('the time-out of a call takes precedence over that of the client', async () => {
  const server = await serve(() => {})
  const mcp = connect(server, { timeout: 60_000, maxRetries: 0 })
  const error = (await rejection(mcp.servers.read('docs', { timeout: 30 }))) as Error
  expect(error.message).toContain('within 30 ms')
})

test('every try has the whole time', async () => {
  const late: Answer = (_, response) => {
    setTimeout(send, 200, response, { status: 500 })
  }
  const server = await serve(late, late, (_, response) => {
    setTimeout(send, 200, response, { body: envelope({ id: 'docs' }) })
  })
  await expect(connect(server, { timeout: 500 }).servers.read('docs')).resolves.toEqual({ id: 'docs' })
})

test('an infinite time-out waits for as long as it takes', async () => {
  const server = await serve((_, response) => {
    setTimeout(send, 100, response, { body: envelope({ id: 'docs' }) })
  })
  await expect(connect(server, { timeout: Infinity }).servers.read('docs')).resolves.toEqual({ id: 'docs' })
})

test.each([
  ['an answer', new Promise<Response>(() => {})],
  ['a body', Promise.resolve(new Response(new ReadableStream()))],
])('a given fetch that does not listen to its signal is not waited for, when %s does not come', async (_, answer) => {
  const fetch = () => answer
  const error = await rejection(
    connect({ url: 'http://localhost' }, { fetch, timeout, maxRetries: 0 }).servers.read('docs'),
  )
  expect(error).toBeInstanceOf(TimeoutError)
})

test('a function that gives no token in time is a time-out, and nothing is sent', async () => {
  const server = await serve(success)
  const apiToken = () => new Promise<string>(() => {})
  const error = await rejection(connect(server, { apiToken, timeout }).servers.read('docs'))
  expect(error).toBeInstanceOf(TimeoutError)
  expect(server.requests.length).toBe(0)
})
