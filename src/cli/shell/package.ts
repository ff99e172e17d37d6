import { createRequire } from 'node:module'

/** A JSON file that this package exports, found by its name wherever this code was built to. */
export function ofThisPackage(file: 'openapi.json' | 'package.json'): unknown {
  return createRequire(import.meta.url)(`cloudflare-mcp-portals/${file}`)
}

const { name, version } = ofThisPackage('package.json') as { name: string; version: string }

export { name as nameOfThisPackage, version as versionOfThisPackage }

/** The spec that this package checks against. */
export function specOfThisPackage(): { version: string; edition: string } {
  const { info } = ofThisPackage('openapi.json') as { info: { version: string } }
  return { version: info.version, edition: 'reference' }
}
