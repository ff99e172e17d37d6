import { describe, expect, test } from 'vitest'
import { connectHttp } from '../setup.ts'
import { post, request, serveBuffers } from './setup.ts'

const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)

function stream(): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, 100))
      controller.enqueue(bytes.subarray(100))
      controller.close()
    },
  })
}

describe('a body arrives byte for byte, and again where it is retried:', () => {
  test.each<[string, () => unknown, object?]>([
    ['an ArrayBuffer', () => bytes.buffer],
    ['a Uint8Array', () => bytes],
    ['a part of a larger buffer', () => Uint8Array.from([1, ...bytes, 1]).subarray(1, 257)],
    ['a DataView', () => new DataView(bytes.buffer)],
    ['a Blob', () => new Blob([bytes])],
    ['a stream', stream, { duplex: 'half' }],
  ])('%s', async (_, bodySerializer, init) => {
    const target = await serveBuffers()
    const call = { body: {}, bodySerializer, ...init }
    await request(connectHttp(target), 'put', '/any', call)
    expect(target.received.map(({ body }) => [...body])).toEqual([[...bytes], [...bytes]])
  })
})

test.each<[string, () => unknown, string, string]>([
  ['a text', () => 'ä "b"', 'application/json', 'ä "b"'],
  ['URLSearchParams', () => new URLSearchParams({ a: 'b c' }), 'application/json', 'a=b+c'],
])('%s arrives as UTF-8', async (_, bodySerializer, type, text) => {
  const target = await serveBuffers()
  await post(connectHttp(target), bodySerializer)
  expect(target.received[0]?.body.toString()).toBe(text)
  expect(target.received[0]?.headers['content-type']).toBe(type)
})

test('a Blob brings its own content type where the default is taken away', async () => {
  const target = await serveBuffers()
  await post(connectHttp(target), () => new Blob([bytes], { type: 'image/png' }), { headers: { 'content-type': null } })
  expect(target.received[0]?.headers['content-type']).toBe('image/png')
})

test('FormData arrives with its boundary, files included', async () => {
  const target = await serveBuffers()
  const form = new FormData()
  form.append('name', 'Docs')
  form.append('icon', new Blob([bytes], { type: 'image/png' }), 'icon.png')
  await post(connectHttp(target), () => form)
  const { body, headers } = target.received[0] ?? { body: Buffer.of(), headers: {} }
  const type = String(headers['content-type'])
  const arrived = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData()
  expect(arrived.get('name')).toBe('Docs')
  expect(await (arrived.get('icon') as File).bytes()).toEqual(bytes)
})

test('a body that is JSON has its length in the header', async () => {
  const target = await serveBuffers()
  await post(connectHttp(target), () => '{"id":"ä"}')
  expect(target.received[0]?.headers).toMatchObject({ 'content-length': '11', 'content-type': 'application/json' })
})

test('an empty text is a body, and no body is none', async () => {
  const target = await serveBuffers()
  const http = connectHttp(target)
  await post(http, () => '')
  await post(http, () => undefined, { body: undefined })
  expect(target.received.map(({ headers }) => headers['content-type'])).toEqual(['application/json', undefined])
})

test('an abort ends the wait for a body that never ends', async () => {
  const target = await serveBuffers()
  const reason = new Error('the user went away')
  const endless = () => new ReadableStream({ pull: () => new Promise(() => {}) })
  const controller = new AbortController()
  const call = post(connectHttp(target), endless, { duplex: 'half', signal: controller.signal })
  setTimeout(() => controller.abort(reason), 20)
  await expect(call).rejects.toBe(reason)
  await expect(post(connectHttp(target), endless, { duplex: 'half', signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  )
  expect(target.received).toEqual([])
})

test('an error of a stream that is the body goes through as it is, and nothing is sent', async () => {
  const target = await serveBuffers()
  const reason = new Error('the disk is gone')
  const broken = () => new ReadableStream({ pull: (controller) => controller.error(reason) })
  await expect(post(connectHttp(target), broken, { duplex: 'half' })).rejects.toBe(reason)
  expect(target.received).toEqual([])
})
