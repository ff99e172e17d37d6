import type { Mock } from './mock.ts'

/**
 * A mock for programs in other languages, and for pages: a fetch handler that also takes its `state`, `reset`, `requests`
 * and `fault` over HTTP, below `/__mock/`, and lets any origin read its responses.
 */
export function withControl(mock: Mock): (request: Request) => Promise<Response> {
  return async (request) => {
    const name = /\/__mock\/(\w+)$/.exec(new URL(request.url).pathname)?.[1]
    if (request.method === 'OPTIONS')
      return allowOrigins(new Response(null, { status: 204, headers: preflight(request) }))
    return allowOrigins(name === undefined ? await mock.fetch(request) : await control(mock, name, request))
  }
}

async function control(mock: Mock, name: string, request: Request): Promise<Response> {
  switch (`${request.method} ${name}`) {
    case 'GET state':
      return Response.json(mock.state())
    case 'GET requests':
      return Response.json(mock.requests)
    case 'PUT state':
      return change(async () => mock.reset(await request.json()))
    case 'POST reset':
      return change(() => mock.reset())
    case 'POST faults':
      return change(async () => mock.fault(await request.json()))
    default:
      return Response.json({ error: `there is no ${request.method} /__mock/${name}` }, { status: 404 })
  }
}

async function change(make: () => void | Promise<void>): Promise<Response> {
  try {
    await make()
    return new Response(null, { status: 204 })
  } catch (error) {
    const isWrong = error instanceof TypeError || error instanceof SyntaxError
    if (!isWrong) throw error
    return Response.json({ error: error.message }, { status: 400 })
  }
}

function preflight({ headers }: Request): Record<string, string> {
  return {
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    'Access-Control-Allow-Headers': headers.get('Access-Control-Request-Headers') ?? '*',
    'Access-Control-Allow-Private-Network': 'true',
    'Access-Control-Max-Age': '86400',
  }
}

function allowOrigins(response: Response): Response {
  response.headers.set('Access-Control-Allow-Origin', '*')
  response.headers.set('Access-Control-Expose-Headers', 'CF-Ray, Retry-After')
  return response
}
