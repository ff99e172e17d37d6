import type { Exchange } from './exchange.ts'

const resourcePath = /\/accounts\/[^/]*\/access\/ai-controls(\/mcp\/(portals|servers)(\/[^/]+)?(\/sync)?)$/

/** How errors and hooks name a call: `portals.read`, and the path below the base URL, whole and short. */
export function nameOf({ method, url }: Exchange): { operation: string; path: string; shortPath: string } {
  const { pathname } = new URL(url)
  const found = resourcePath.exec(pathname)
  if (!found) return { operation: 'http', path: pathname, shortPath: pathname }
  const [path, resource, collection, id, sync] = found
  const verb = { GET: id ? 'read' : 'list', POST: sync ? 'sync' : 'create', PUT: 'update', DELETE: 'delete' }[method]
  return { operation: `${collection}.${verb ?? method}`, path, shortPath: `/accounts/…${resource}` }
}
