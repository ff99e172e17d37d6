import { describe, expect, test } from 'vitest'
import { InvalidResponseError } from '../../../src/client/index.ts'
import { accountId, connect, connectHttp, operations, rejection, root, serve, success } from '../setup.ts'

const redirects = [301, 302, 303, 307, 308]

describe.each(redirects)('a redirect of status %i', (status) => {
  test.each(operations)('to another origin is not followed by $operation', async ({ run, lostOutcome }) => {
    const target = await serve(success)
    const server = await serve({ status, headers: { location: `${target.url}/elsewhere?token=1` } }, success)
    const error = await rejection(run(connect(server)))
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(error).toMatchObject({ status, attempts: 1, outcome: lostOutcome })
    expect(String(error)).toContain(`: ${status} redirects to ${target.url}, which an API call never follows [`)
    expect(target.requests).toEqual([])
    expect(server.requests.length).toBe(1)
  })

  test('to the same origin is not followed', async () => {
    const location = `/accounts/${accountId}/access/ai-controls/mcp/servers/other`
    const server = await serve({ status, headers: { location } }, success)
    const error = await rejection(connect(server).servers.read('docs'))
    expect(error).toMatchObject({ name: 'InvalidResponseError', status })
    expect(String(error)).toContain(` redirects to ${server.url}, `)
    expect(server.requests.map(({ url }) => url)).toEqual([`${root}/servers/docs`])
  })
})

test.each([
  ['without a location', {}],
  ['with an empty location', { location: '' }],
  ['to an address that is none', { location: 'http://[' }],
])('a redirect %s shows no target', async (_, headers) => {
  const error = await rejection(connect(await serve({ status: 302, headers })).servers.read('docs'))
  expect(error).toBeInstanceOf(InvalidResponseError)
  expect(String(error)).toContain(': 302 redirects to an address that is not shown, which')
})

test.each([300, 304, 399])('status %i is no response of the API either', async (status) => {
  const error = await rejection(connect(await serve({ status })).servers.read('docs'))
  expect(error).toMatchObject({ name: 'InvalidResponseError', status })
})

test('a long location is shown by its origin', async () => {
  const location = `https://elsewhere.example/${'x'.repeat(5_000)}`
  const error = await rejection(connect(await serve({ status: 302, headers: { location } })).servers.read('docs'))
  expect(String(error)).toContain(' redirects to https://elsewhere.example, which')
})

test('the body of a redirect is shown in part', async () => {
  const headers = { location: 'https://elsewhere.example', 'content-type': 'text/html' }
  const body = '<a href="https://elsewhere.example">moved</a>'
  const error = await rejection(connect(await serve({ status: 302, headers, body })).servers.read('docs'))
  expect(error).toMatchObject({ contentType: 'text/html', body })
})

test('a redirect that the runtime hides, as browsers do, is one all the same', async () => {
  // No server can send this: it stands for what fetch makes of a redirect in a browser.
  const hidden = { status: 0, statusText: '', ok: false, headers: new Headers(), body: null, text: async () => '' }
  const mcp = connect({ url: 'http://localhost' }, { fetch: async () => hidden as Response })
  const message = '0 redirects to an address that is not shown'
  await expect(mcp.servers.read('docs')).rejects.toThrow(message)
  const http = connectHttp({ url: 'http://localhost' }, { fetch: async () => hidden as Response })
  const path = { account_id: accountId, id: 'docs' }
  await expect(
    http.GET('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}', { params: { path } }),
  ).rejects.toThrow(message)
})
