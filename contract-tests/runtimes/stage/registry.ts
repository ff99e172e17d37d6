import { createHash } from 'node:crypto'
import { type LocalServer, startHttpServer } from '../../support/http-server.ts'
import type { Packed } from './pack.ts'

/**
 * A registry of this machine that offers only what was packed, so that every client installs it by its name, as its
 * users do, and nothing else can be installed by mistake.
 */
export async function startRegistry(packages: Packed[]): Promise<LocalServer> {
  const byName = new Map(packages.map((packed) => [packed.manifest.name, packed]))
  return startHttpServer(({ url, headers }, response) => {
    const [name = '', file] = decodeURIComponent(url.slice(1)).split('/-/')
    const packed = byName.get(name)
    if (!packed) return response.writeHead(404).end('{}')
    if (file) return response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(packed.tarball)
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(document(packed, `http://${headers.host}`)))
  })
}

function document({ manifest, tarball }: Packed, registry: string): object {
  const { name, version } = manifest
  const dist = {
    tarball: `${registry}/${name}/-/${name}-${version}.tgz`,
    shasum: createHash('sha1').update(tarball).digest('hex'),
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
  }
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } }
}
