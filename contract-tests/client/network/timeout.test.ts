import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { TimeoutError } from '../../../src/client/index.ts'
import type { Respond } from '../../support/http-server.ts'
import {
  connect,
  creates,
  envelope,
  type Reply,
  rejection,
  repeatable,
  send,
  serve,
  signalled,
  success,
  testClock,
} from '../setup.ts'

// On a busy machine a response may take longer than this: where one is to come, there are attempts enough for it.
const timeout = 60
const patient = { timeout, maxRetries: 50 }

function trickle(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const drip = setInterval(() => response.write(' '), timeout / 6)
  response.on('close', () => clearInterval(drip))
}

/** Servers that never come to an end. */
const stalls: [string, Respond][] = [
  ['accepts and never responds', () => {}],
  ['sends its headers and nothing more', (_, response) => response.writeHead(200).flushHeaders()],
  ['stalls within the body', (_, response) => response.writeHead(200).write('{"success":')],
  ['trickles, slower than anyone can wait', (_, response) => trickle(response)],
  ['stalls within the body of a refusal', (_, response) => response.writeHead(404).write('{"success":')],
]

describe.each(stalls)('a server that %s', (_, stall) => {
  test('gets a retry, and the next response counts', async () => {
    const server = await serve(stall, success)
    const clock = testClock()
    await expect(connect(server, patient, clock).servers.read('docs')).resolves.toEqual({ id: 'docs' })
    expect(server.requests.length).toBeGreaterThan(1)
    expect(clock.delays[0]).toBe(250)
  })

  test('is given up after two retries', async () => {
    const server = await serve(stall)
    const error = (await rejection(connect(server, { timeout }).servers.read('docs'))) as TimeoutError
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ name: 'TimeoutError', operation: 'servers.read', attempts: 3, outcome: 'rejected' })
    expect(error.message).toContain(`: no complete response within ${timeout} ms, after 3 attempts [GET`)
  })

  test('is left: the connection is closed', async () => {
    const closed = signalled()
    const server = await serve((request, response, number) => {
      response.on('close', closed.resolve)
      stall(request, response, number)
    })
    await Promise.race([closed.promise, rejection(connect(server, patient).servers.read('docs'))])
    await closed.promise
  })

  test.each(creates)('gets no retry of $operation, whose outcome is unknown', async ({ run }) => {
    const server = await serve(stall)
    const error = await rejection(run(connect(server, { timeout })))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ attempts: 1, outcome: 'unknown' })
    expect(server.requests.length).toBeLessThan(2)
  })
})

test.each(repeatable)('$operation is retried when no response comes', async ({ run }) => {
  const server = await serve(() => {}, success)
  await run(connect(server, patient))
  expect(server.requests.length).toBeGreaterThan(1)
})

test('the timeout of a call takes precedence over that of the client', async () => {
  const server = await serve(() => {})
  const mcp = connect(server, { timeout: 60_000, maxRetries: 0 })
  const error = (await rejection(mcp.servers.read('docs', { timeout: 30 }))) as Error
  expect(error.message).toContain('within 30 ms')
})

test('every attempt has the whole time', async () => {
  const late = (reply: Reply): Respond => {
    return (_, response) => void setTimeout(send, 400, response, reply)
  }
  const failure = late({ status: 500 })
  const server = await serve(failure, failure, failure, late({ body: envelope({ id: 'docs' }) }))
  await expect(connect(server, { timeout: 1_200, maxRetries: 3 }).servers.read('docs')).resolves.toEqual({ id: 'docs' })
})

test('an infinite timeout waits for as long as it takes', async () => {
  const server = await serve((_, response) => {
    setTimeout(send, 100, response, { body: envelope({ id: 'docs' }) })
  })
  await expect(connect(server, { timeout: Infinity }).servers.read('docs')).resolves.toEqual({ id: 'docs' })
})

test.each([
  ['a response', new Promise<Response>(() => {})],
  ['a body', Promise.resolve(new Response(new ReadableStream()))],
])('a given fetch that does not listen to its signal is not waited for, when %s does not come', async (_, response) => {
  const fetch = () => response
  const error = await rejection(
    connect({ url: 'http://localhost' }, { fetch, timeout, maxRetries: 0 }).servers.read('docs'),
  )
  expect(error).toBeInstanceOf(TimeoutError)
})

test('a token function that does not return in time is a timeout, and nothing is sent', async () => {
  const server = await serve(success)
  const apiToken = () => new Promise<string>(() => {})
  const error = await rejection(connect(server, { apiToken, timeout }).servers.read('docs'))
  expect(error).toBeInstanceOf(TimeoutError)
  expect(server.requests.length).toBe(0)
})
