/** Headers as they are on the wire: names in their own case, each value on its own. */
export type RawHeaders = [name: string, value: string][]

/** What belongs to one connection, and must not be passed on to the next. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
])

/** Pairs of the flat list that Node gives. */
export function toPairs(raw: readonly string[]): RawHeaders {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []))
}

/** The headers that go on to the other side: all but those of the connection. */
export function withoutHopByHop(headers: RawHeaders): RawHeaders {
  const named = valuesOf(headers, 'connection').flatMap((value) => value.toLowerCase().split(/\s*,\s*/))
  return headers.filter(([name]) => !hopByHop.has(name.toLowerCase()) && !named.includes(name.toLowerCase()))
}

/** Every value of a header. */
export function valuesOf(headers: RawHeaders, wanted: string): string[] {
  return headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? value : []))
}

/** Names with all their values, in the order in which they came. */
export function groupByName(headers: RawHeaders): Map<string, string[]> {
  const groups = new Map<string, { name: string; values: string[] }>()
  for (const [name, value] of headers) {
    const group = groups.get(name.toLowerCase())
    if (group) group.values.push(value)
    else groups.set(name.toLowerCase(), { name, values: [value] })
  }
  return new Map([...groups.values()].map(({ name, values }) => [name, values]))
}
