import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './child.ts'

/** A package as it is published. */
export interface Packed {
  manifest: { name: string; version: string; dependencies?: Record<string, string> }
  tarball: Buffer
}

/** Packs this package as it would be published, and what it depends on out of node_modules. */
export async function packAll(root: string, home: string): Promise<Packed[]> {
  const own = await pack(root, home, [])
  const found = [own]
  for (const { manifest } of found) {
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (found.some((packed) => packed.manifest.name === name)) continue
      found.push(await pack(join(root, 'node_modules', name), home, ['--ignore-scripts']))
    }
  }
  return found
}

async function pack(source: string, home: string, options: string[]): Promise<Packed> {
  const folder = await mkdtemp(join(home, 'packed-'))
  await run('npm', ['pack', source, '--pack-destination', folder, ...options], { cwd: folder })
  // Not the name that npm prints, because what a script of the package prints comes before it.
  const [file = ''] = await readdir(folder)
  const tarball = join(folder, file)
  const manifest = await run('tar', ['-xzOf', tarball, 'package/package.json'])
  return { manifest: JSON.parse(manifest), tarball: await readFile(tarball) }
}
