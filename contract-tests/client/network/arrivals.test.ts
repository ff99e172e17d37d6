import type { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { McpPortalsError } from '../../../src/client/index.ts'
import { connect, envelope, rejection, serveBytes } from '../setup.ts'

const body = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }
const ok = '{"success":true,"result":{"id":"engineering","servers":[]}}'
const success = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${ok.length}\r\n\r\n${ok}`

/** A server on raw sockets that counts whole POST requests, and does with them what the test says. */
async function serveCreates(onCreate: (socket: Socket) => void) {
  const creates: string[] = []
  const server = await serveBytes((socket) => {
    let received = ''
    socket.on('error', () => {})
    socket.on('data', (data) => {
      received += data.toString('latin1') // A character a byte, which is what a length counts.
      const end = received.indexOf('\r\n\r\n')
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0)
      if (end < 0 || received.length < end + 4 + length) return
      const request = received
      received = ''
      if (!request.startsWith('POST')) return socket.write(success)
      creates.push(request)
      onCreate(socket)
    })
  })
  return { url: server.url, creates }
}

test.each<[string, (socket: Socket) => void]>([
  ['closes the connection when it has read the request', (socket) => socket.end()],
  ['resets the connection when it has read the request', (socket) => socket.resetAndDestroy()],
  [
    'closes the connection within the response',
    (socket) => socket.end('HTTP/1.1 201 Created\r\ncontent-length: 99\r\n\r\n{'),
  ],
  [
    'responds with 421 Misdirected Request',
    (socket) => socket.write('HTTP/1.1 421 Misdirected Request\r\ncontent-length: 2\r\n\r\n{}'),
  ],
])('a create arrives once, by the fetch of the runtime, at a server that %s', async (_, onCreate) => {
  const { url, creates } = await serveCreates(onCreate)
  const mcp = connect({ url })
  await mcp.portals.read('engineering') // The connection is kept alive from here on.
  expect(await rejection(mcp.portals.create(body))).toBeInstanceOf(McpPortalsError)
  await mcp.portals.read('engineering')
  expect(creates.length).toBe(1)
})

test('a create has its length in the header, and its body whole', async () => {
  const { url, creates } = await serveCreates((socket) => socket.write(success))
  await connect({ url }).portals.create({ ...body, name: 'Ängineering' })
  const [head = '', sent = ''] = (creates[0] ?? '').split('\r\n\r\n')
  expect(JSON.parse(Buffer.from(sent, 'latin1').toString())).toEqual({ ...body, name: 'Ängineering' })
  expect(head).toMatch(new RegExp(`content-length: ${sent.length}\\b`, 'i'))
  expect(head).not.toMatch(/transfer-encoding/i)
})

test.each([
  ['given', (fetch: typeof globalThis.fetch) => ({ fetch })],
  [
    "put in the place of the runtime's, as tests do,",
    (fetch: typeof globalThis.fetch) => void vi.stubGlobal('fetch', fetch),
  ],
])('a fetch that was %s gets the body of a create as text, to send it as it likes', async (_, use) => {
  const fetch = vi.fn(async () => Response.json(envelope({ id: 'engineering' })))
  try {
    await connect({ url: 'http://localhost' }, use(fetch) ?? {}).portals.create(body)
  } finally {
    vi.unstubAllGlobals()
  }
  const headers = expect.not.objectContaining({ 'content-length': expect.anything() })
  expect(fetch.mock.calls).toEqual([
    [expect.any(String), expect.objectContaining({ method: 'POST', body: JSON.stringify(body), headers })],
  ])
})
