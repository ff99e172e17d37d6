/** Fills a path of the description with ids, each of which stays exactly one segment. */
export function fillPath(template: string, ids: Record<string, unknown>): string {
  let path = ''
  let from = 0
  for (let to = template.indexOf('}'); to >= 0; to = template.indexOf('}', from)) {
    const start = template.indexOf('{', from)
    const name = template.slice(start + 1, to)
    path += template.slice(from, start) + segment(name === 'account_id' ? 'accountId' : name, ids[name])
    from = to + 1
  }
  return path + template.slice(from)
}

function segment(name: string, id: unknown): string {
  if (typeof id !== 'string')
    throw new TypeError(`${name}: expected a string, but it is ${id === null ? 'null' : typeof id}`)
  // A URL takes a segment of dots as a step up, and an empty one as the collection.
  if (id === '' || id === '.' || id === '..') throw new TypeError(`${name}: '${id}' cannot be a part of a path`)
  try {
    return encodeURIComponent(id)
  } catch {
    throw new TypeError(`${name}: holds half of a surrogate pair`)
  }
}

/** The base URL without a slash at its end, if requests may be sent there. */
export function checkedBaseUrl(baseUrl: unknown, hasToken: boolean): string {
  if (typeof baseUrl !== 'string' || !URL.canParse(baseUrl)) throw new TypeError('baseUrl: expected an absolute URL')
  const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(baseUrl)
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError(`baseUrl: expected https:, not ${protocol}`)
  if (username || password || search || hash) {
    throw new TypeError(
      'baseUrl: expected an origin and a path, without a user name, a password, a query or a fragment',
    )
  }
  if (protocol === 'http:' && hasToken && !isLoopback(hostname)) {
    throw new TypeError(`baseUrl: expected https:, because http: would send the token to ${hostname} unencrypted`)
  }
  return (origin + pathname).replace(/\/+$/, '')
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
