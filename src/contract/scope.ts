import { serverUrl } from '../../generated/operations.ts'

/** The hosts of this API. */
export interface Scope {
  includes(url: URL): boolean
  /** In words. */
  hosts: string
}

/**
 * Finds the hosts of the base URLs. Without any: the host of Cloudflare's API, the one that
 * `CLOUDFLARE_BASE_URL` names, and this machine. Throws a `TypeError` that names `baseUrl`.
 */
export function createScope(baseUrl: string | readonly string[] | undefined): Scope {
  if (baseUrl !== undefined) {
    const given = [baseUrl].flat()
    if (given.length === 0) throw new TypeError('baseUrl: expected an absolute URL')
    const hosts = new Set(given.map((url) => parseHost('baseUrl', url)))
    return { includes: ({ host }) => hosts.has(host), hosts: [...hosts].join(', ') }
  }
  const named = environment('CLOUDFLARE_BASE_URL')
  const hosts = new Set([parseHost('serverUrl', serverUrl)])
  if (named !== undefined) hosts.add(parseHost('CLOUDFLARE_BASE_URL', named))
  const includes = ({ host, hostname }: URL) => hosts.has(host) || isLoopback(hostname)
  return { includes, hosts: [...hosts, 'this machine'].join(', ') }
}

function environment(name: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.[name] || undefined
  } catch {
    return undefined // Deno without the permission to read the environment
  }
}

/** Whether a host is this machine, without a lookup. */
function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

/** Host and port of a URL. */
function parseHost(name: string, url: unknown): string {
  try {
    const { host } = new URL(String(url))
    if (typeof url === 'string' && host !== '') return host
  } catch {}
  throw new TypeError(`${name}: expected an absolute URL`)
}
