/** The operations that only the latest edition has. Of what they return, nothing but its form is known. */
import type { EffectiveRedirectUri, ToolCallSeries } from '../../../generated/latest/schema.ts'
import type { Server, StoredPortal } from './types.ts'

/** The hosts of the URIs are the portal's own and, for the shared callback, one that nobody has. */
export function findRedirectUri({ hostname }: StoredPortal, server: Server): EffectiveRedirectUri {
  return server.is_shared_oauth_callback_enabled
    ? { redirect_uri: 'https://shared-callback.example.com/oauth/callback', source: 'shared_mcp22' }
    : { redirect_uri: `https://${hostname}/oauth/callback`, source: 'per_portal' }
}

const day = 86_400_000

/** No tool of a mock is ever called: a count of 0 for each day or month. */
export function countToolCalls(now: Date, query: URLSearchParams): ToolCallSeries {
  const granularity = query.get('granularity') === 'monthly' ? 'monthly' : 'daily'
  const tz = query.get('tz') ?? 'utc'
  const offset = toOffset(tz)
  const local = new Date(now.getTime() + offset)
  const [year, month, date] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()]
  const days = Number(query.get('days') ?? 7)
  const starts =
    granularity === 'monthly'
      ? [Date.UTC(year, month)]
      : Array.from({ length: days }, (_, index) => Date.UTC(year, month, date) - (days - 1 - index) * day)
  const end = granularity === 'monthly' ? Date.UTC(year, month + 1) : Date.UTC(year, month, date) + day
  return {
    granularity,
    aggregate: query.get('aggregate') === 'true',
    tz,
    start: (starts[0] ?? end) - offset,
    end: end - offset,
    series: starts.map((start) => ({ day: new Date(start).toISOString().slice(0, 10), count: 0 })),
    total: 0,
  }
}

/** Milliseconds that a zone such as +02:00 is ahead of UTC. */
function toOffset(tz: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(tz) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
}
