import { createRequire } from 'node:module'
import type { Edition } from '../../contract/index.ts'

/** A JSON file that this package exports, found by its name wherever this code was built to. */
export function ofThisPackage(file: 'openapi.json' | 'latest/openapi.json' | 'package.json'): unknown {
  return createRequire(import.meta.url)(`cloudflare-mcp-portals/${file}`)
}

const { name, version } = ofThisPackage('package.json') as { name: string; version: string }

export { name as nameOfThisPackage, version as versionOfThisPackage }

/** The spec of this package, in both editions. */
export function specsOfThisPackage(): Record<Edition, unknown> {
  return { reference: ofThisPackage('openapi.json'), latest: ofThisPackage('latest/openapi.json') }
}

/** Which spec an edition is, for a report. */
export function specOfThisPackage(edition: Edition): { version: string; edition: Edition } {
  const { info } = ofThisPackage('openapi.json') as { info: { version: string } }
  return { version: info.version, edition }
}
