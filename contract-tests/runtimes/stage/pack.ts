import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './child.ts'

/** A package as it is published. */
export interface Packed {
  manifest: { name: string; version: string; dependencies?: Record<string, string> }
  tarball: Buffer
}

/** Packs this package as it would be published, and what it depends on out of node_modules. */
export async function packAll(root: string, folder: string): Promise<Packed[]> {
  await mkdir(folder, { recursive: true })
  const own = await pack(root, folder, [])
  const found = [own]
  for (const { manifest } of found) {
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (found.some((packed) => packed.manifest.name === name)) continue
      found.push(await pack(join(root, 'node_modules', name), folder, ['--ignore-scripts']))
    }
  }
  return found
}

async function pack(source: string, folder: string, options: string[]): Promise<Packed> {
  const printed = await run('npm', ['pack', source, '--json', '--silent', '--pack-destination', folder, ...options], {
    cwd: folder,
  })
  const tarball = join(folder, JSON.parse(printed.slice(printed.indexOf('[')))[0].filename)
  const manifest = await run('tar', ['-xzOf', tarball, 'package/package.json'])
  return { manifest: JSON.parse(manifest), tarball: await readFile(tarball) }
}
