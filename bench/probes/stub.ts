import type { Connection, Portal } from '../clients/work.ts'

export const id = 'engineering'
const headers = { 'Content-Type': 'application/json', 'CF-Ray': '8f3a1c5d7e9b0a2c-AMS' }

/** A response as the API gives it: 353 bytes for one portal without servers. */
export const portalResponse = envelope(portal(id))

function portal(id: string): Portal & Record<string, unknown> {
  return {
    id,
    name: 'Engineering',
    hostname: 'mcp.example.com',
    description: 'Tools for engineers',
    allow_code_mode: false,
    secure_web_gateway: false,
    created_at: '2026-03-11T16:20:00.000Z',
    created_by: 'ann@example.com',
    modified_at: '2026-03-11T16:20:00.000Z',
    modified_by: 'ann@example.com',
  }
}

function envelope(result: unknown, result_info?: object): string {
  return JSON.stringify({ success: true, errors: [], messages: [], result, result_info })
}

/** Responds at once, with the same portal each time. */
export const instantFetch = async () => new Response(portalResponse, { headers })

/** Responds with pages of portals, and with an empty page after the last. */
export function pagesFetch(total: number, size: number, seen: (page: number) => unknown): typeof fetch {
  return async (input) => {
    const page = Number(new URL(input instanceof Request ? input.url : input).searchParams.get('page'))
    seen(page)
    const first = (page - 1) * size
    const count = Math.max(0, Math.min(size, total - first))
    const result = Array.from({ length: count }, (_, index) => portal(`portal-${first + index}`))
    const info = { page, per_page: size, count, total_count: total, total_pages: Math.ceil(total / size) }
    return new Response(envelope(result, info), { headers })
  }
}

export const connection: Connection = {
  baseUrl: 'https://api.example.com/client/v4',
  accountId: '023e105f4ecef8ad9ca31a8372d0c353',
  token: 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY',
  fetch: instantFetch,
}
