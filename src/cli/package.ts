import { createRequire } from 'node:module'

/** A JSON file that this package exports, found by its name wherever this code was built to. */
export function ofThisPackage(file: 'openapi.json' | 'package.json'): unknown {
  return createRequire(import.meta.url)(`cloudflare-mcp-portals/${file}`)
}
