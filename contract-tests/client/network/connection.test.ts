import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { ConnectionError } from '../../../src/client/index.ts'
import { connect, creates, refusingUrl, rejection, repeatable, serveBytes, testClock } from '../setup.ts'

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'
const body = JSON.stringify({ success: true, result: { id: 'docs' } })
const wellBehaved = (socket: Socket) =>
  socket.once('data', () => socket.end(`${head}Content-Length: ${body.length}\r\n\r\n${body}`))

/** What a bad network does to a request. */
const faults: [string, (socket: Socket) => void][] = [
  ['resets the connection', (socket) => socket.resetAndDestroy()],
  ['resets the connection once the request has come', (socket) => socket.once('data', () => socket.resetAndDestroy())],
  ['hangs up without a response', (socket) => socket.once('data', () => socket.end())],
  ['hangs up within the headers', (socket) => socket.once('data', () => socket.end(head))],
  [
    'hangs up within the body',
    (socket) => socket.once('data', () => socket.end(`${head}Content-Length: 999\r\n\r\n${body.slice(0, 20)}`)),
  ],
  [
    'resets the connection within the body',
    (socket) =>
      socket.once('data', () => {
        socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"suc\r\n`, () => socket.resetAndDestroy())
      }),
  ],
  ['talks no HTTP', (socket) => socket.once('data', () => socket.end('220 mail.example.com ESMTP ready\r\n'))],
]

describe.each(faults)('a server that %s', (_, fault) => {
  test('gets a retry, and the next response counts', async () => {
    let connections = 0
    const server = await serveBytes((socket) => (++connections === 1 ? fault(socket) : wellBehaved(socket)))
    const clock = testClock()
    await expect(connect(server, {}, clock).servers.read('docs')).resolves.toEqual({ id: 'docs' })
    expect(connections).toBe(2)
    expect(clock.delays).toEqual([250])
  })

  test('is given up after two retries, with the cause', async () => {
    let connections = 0
    const server = await serveBytes((socket) => {
      connections++
      fault(socket)
    })
    const error = (await rejection(connect(server).servers.read('docs'))) as ConnectionError
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({
      name: 'ConnectionError',
      operation: 'servers.read',
      attempts: 3,
      outcome: 'rejected',
    })
    expect(error.cause).toBeInstanceOf(Error)
    expect(connections).toBe(3)
  })

  test.each(creates)('gets no retry of $operation, whose outcome is unknown', async ({ run }) => {
    let connections = 0
    const server = await serveBytes((socket) => {
      connections++
      fault(socket)
    })
    const error = await rejection(run(connect(server)))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ attempts: 1, outcome: 'unknown' })
    expect(connections).toBe(1)
  })
})

test.each(repeatable)('$operation is retried when the connection is refused', async ({ run, lostOutcome }) => {
  const clock = testClock()
  const url = await refusingUrl()
  const error = (await rejection(run(connect({ url }, {}, clock)))) as ConnectionError
  expect(error).toBeInstanceOf(ConnectionError)
  expect(error).toMatchObject({ attempts: 3, outcome: lostOutcome })
  expect(error.message).toContain(`: the connection to ${new URL(url).host} failed (ECONNREFUSED), after 3 attempts [`)
  expect((error.cause as Error).cause).toMatchObject({ code: 'ECONNREFUSED' })
  expect(clock.delays).toEqual([250, 500])
})

test.each(creates)('$operation is not retried when the connection is refused', async ({ run }) => {
  const clock = testClock()
  const error = await rejection(run(connect({ url: await refusingUrl() }, {}, clock)))
  expect(error).toBeInstanceOf(ConnectionError)
  expect(error).toMatchObject({ attempts: 1, outcome: 'unknown' })
  expect(clock.delays).toEqual([])
})

test('a host name that does not exist is a failed connection, whose message names the host', async () => {
  const error = (await rejection(connect({ url: 'https://nowhere.invalid' }).servers.read('docs'))) as ConnectionError
  expect(error).toBeInstanceOf(ConnectionError)
  expect(error).toMatchObject({ attempts: 3 })
  expect(error.message).toContain(': the connection to nowhere.invalid failed (')
})
