import type { ServerResponse } from 'node:http'
import { type LocalServer, type Received, startHttpServer } from './http-server.ts'

/** How the server treats a client: by the request, whose `url` is the path below the behaviour, and its number from 1. */
type Behaviour = (request: Received, response: ServerResponse, number: number) => void

const refusal = { success: false, errors: [{ code: 1000, message: 'No' }], messages: [] }

const behaviours: Record<string, Behaviour> = {
  ok: ({ url }, response) => json(response, 200, envelope({ id: decodeURIComponent(url.split('/').at(-1) ?? '') })),
  unsuccessful: (_, response) => json(response, 200, refusal),
  html: (_, response) => response.setHeader('content-type', 'text/html').end('<h1>Good day</h1>'),
  empty: (_, response) => response.end(),
  'no-envelope': (_, response) => json(response, 200, []),
  '503-twice': (request, response, number) =>
    number <= 2 ? fail(response, 503, 0.01) : behaviours.ok?.(request, response, number),
  'retry-after-30': (_, response) => fail(response, 503, 30),
  'three-pages': ({ url }, response) => json(response, 200, pageOf(url)),
  'hang-up': (_, response) => response.destroy(),
  silent: () => {},
  'half-a-body': (_, response) => response.setHeader('content-type', 'application/json').write('{"success":'),
  echo: ({ headers, body }, response) => {
    const message = `Not ${headers.authorization} with ${body}`
    json(response, 400, { ...refusal, errors: [{ code: 1001, message }] })
  },
}

/**
 * A real server for clients in any process, a page of another origin included. A base URL of
 * `${url}/${behaviour}/${key}` is treated in that way: one of the above, `status-409`, `redirect-302`. Requests are
 * counted by key, which each client makes up, and `${url}/seen/${key}` tells them, their URLs below the key.
 */
export async function startFaultServer(): Promise<LocalServer> {
  const seen = new Map<string, Received[]>()
  return startHttpServer((request, response) => {
    allowEveryOrigin(request, response)
    if (request.method === 'OPTIONS') return response.writeHead(204).end()
    const [, name = '', key = '', rest = ''] = /^\/([^/]*)\/([^/]*)(.*)$/.exec(request.url) ?? []
    const before = seen.get(key) ?? []
    if (name === 'seen') return json(response, 200, before)
    const received = { ...request, url: rest }
    seen.set(key, [...before, received])
    behaviourOf(name, key)(received, response, before.length + 1)
  })
}

function behaviourOf(name: string, key: string): Behaviour {
  const [, kind, status] = /^(status|redirect)-(\d{3})$/.exec(name) ?? []
  if (kind === 'status') return (_, response) => fail(response, Number(status), Number(status) === 429 ? 30 : 0.01)
  if (kind === 'redirect') {
    // Under the same key, so that a client which follows is counted.
    return (_, response) => response.writeHead(Number(status), { location: `/ok/${key}/followed` }).end()
  }
  return behaviours[name] ?? ((_, response) => json(response, 404, { unknown: name }))
}

// Each header by name: a star stands for neither Authorization nor, in every browser, the headers to be exposed.
function allowEveryOrigin({ headers }: Received, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE')
  response.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? '')
  response.setHeader('access-control-expose-headers', 'cf-ray, retry-after, ratelimit, ratelimit-policy')
  response.setHeader('access-control-max-age', '600')
}

function fail(response: ServerResponse, status: number, retryAfter: number): void {
  response.setHeader('retry-after', retryAfter)
  response.setHeader('cf-ray', 'the-ray-id')
  response.setHeader('ratelimit', '"default";r=0;t=30')
  response.setHeader('ratelimit-policy', '"default";q=1200;w=300')
  json(response, status, refusal)
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function envelope(result: unknown) {
  return { success: true, errors: [], messages: [], result }
}

function pageOf(url: string) {
  const page = Number(new URL(url, 'http://server').searchParams.get('page') ?? 1)
  const result = [{ id: `item-${page * 2 - 1}` }, { id: `item-${page * 2}` }]
  return { ...envelope(result), result_info: { page, per_page: 2, count: 2, total_count: 6, total_pages: 3 } }
}
