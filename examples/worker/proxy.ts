/**
 * Stands between a page and the API: it holds the token as a secret, lets nobody but its page read portals and servers,
 * and lets nobody change anything. It responds on the API's own paths and in its own form, so that the page uses the same
 * client: `createClient({ baseUrl: 'https://proxy.example.com', apiToken: null, accountId: 'mine' })`.
 *
 * CORS keeps other pages out, not other programs: put the Worker behind Cloudflare Access before it holds a real token.
 */
import { ApiError, createClient, type McpPortals, McpPortalsError } from 'cloudflare-mcp-portals'

export interface Env {
  CLOUDFLARE_ACCOUNT_ID: string
  CLOUDFLARE_API_TOKEN: string
  CLOUDFLARE_BASE_URL?: string
  PAGE_ORIGIN: string
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const response = await respond(request, env)
    response.headers.set('access-control-allow-origin', env.PAGE_ORIGIN)
    response.headers.set('access-control-allow-headers', 'content-type')
    response.headers.set('vary', 'origin')
    return response
  },
}

async function respond(request: Request, env: Env): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204 })
  if (request.method !== 'GET') return refusal(405, 'This proxy only reads')
  const mcp = createClient({
    accountId: env.CLOUDFLARE_ACCOUNT_ID,
    apiToken: env.CLOUDFLARE_API_TOKEN,
    baseUrl: env.CLOUDFLARE_BASE_URL,
  })
  try {
    return (await read(mcp, new URL(request.url))) ?? refusal(404, 'This proxy knows portals and servers')
  } catch (error) {
    if (error instanceof ApiError) return Response.json(failure(error.errors), { status: error.status })
    if (error instanceof McpPortalsError) return refusal(502, error.message)
    // An id that is none.
    if (error instanceof URIError || error instanceof TypeError) return refusal(400, error.message)
    throw error
  }
}

async function read(mcp: McpPortals, { pathname, searchParams }: URL): Promise<Response | undefined> {
  const [, resource, id] = /\/mcp\/(portals|servers)(?:\/([^/]+))?$/.exec(pathname) ?? []
  if (resource !== 'portals' && resource !== 'servers') return undefined
  if (id !== undefined) return Response.json(success({ result: await mcp[resource].read(decodeURIComponent(id)) }))
  const search = searchParams.get('search')
  const query = { page: Number(searchParams.get('page') ?? 1), ...(search && { search }) }
  return Response.json(success(await mcp[resource].list({ ...query, per_page: 50 })))
}

function success(fields: object): object {
  return { success: true, errors: [], messages: [], ...fields }
}

function failure(errors: object[]): object {
  return { success: false, errors, messages: [] }
}

function refusal(status: number, message: string): Response {
  return Response.json(failure([{ message }]), { status })
}
